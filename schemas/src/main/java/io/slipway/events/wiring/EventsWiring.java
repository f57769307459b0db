package io.slipway.events.wiring;

import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Events in a service; its own wiring imports this. */
@Configuration(proxyBeanMethods = false)
public class EventsWiring {

  @Bean
  Topics topics(
      @Value("${slipway.topics.prefix:" + Topics.DEFAULT_PREFIX + "}") String prefix,
      @Value("${slipway.topics.partitions:" + Topics.DEFAULT_PARTITIONS + "}") int partitions,
      @Value(
              "${slipway.topics.organization-partitions:"
                  + Topics.DEFAULT_ORGANIZATION_PARTITIONS
                  + "}")
          int organizationPartitions) {
    return new Topics(prefix, partitions, organizationPartitions);
  }

  @Bean
  AvroWire avroWire(@Value("${slipway.registry.url}") String registry, Topics topics) {
    return new AvroWire(registry, topics);
  }

  /** Its name is that in the readiness group. */
  @Bean("schemas")
  SchemaReadiness schemaReadiness(AvroWire wire) {
    return new SchemaReadiness(wire);
  }

  /** Where this service's relay notes what it sent last; the chassis asks for it by this name. */
  @Bean
  String relayCursorTopic(Topics topics, @Value("${spring.application.name}") String service) {
    return topics.relayCursor(service).name();
  }
}
