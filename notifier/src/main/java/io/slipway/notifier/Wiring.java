package io.slipway.notifier;

import io.micrometer.core.instrument.MeterRegistry;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Mailer;
import io.slipway.notifier.channel.Webhooks;
import io.slipway.notifier.delivery.Deliveries;
import io.slipway.notifier.delivery.DeliveryWorker;
import io.slipway.notifier.delivery.Transport;
import io.slipway.notifier.notification.Admins;
import io.slipway.notifier.notification.Notifications;
import io.slipway.notifier.notification.Notify;
import io.slipway.notifier.organization.Organizations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** The map of the service: everything that wears no annotation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class Wiring {

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

  /** Only reads: the ids of schemas that others wrote with are asked for when they are met. */
  @Bean
  AvroWire avroWire(@Value("${slipway.registry.url}") String registry, Topics topics) {
    return new AvroWire(registry, topics);
  }

  @Bean
  NotifierMeters notifierMeters(MeterRegistry registry, DatabaseClient database) {
    return new NotifierMeters(registry, database);
  }

  @Bean
  Transport transport(Mailer mailer, Webhooks webhooks) {
    return new Transport(mailer, webhooks);
  }

  @Bean(initMethod = "start")
  DeliveryWorker emailWorker(
      Deliveries deliveries,
      Transport transport,
      DeliveryProperties properties,
      NotifierMeters meters) {
    var kind = Channel.Kind.EMAIL;
    return new DeliveryWorker(kind, deliveries, transport, properties.of(kind), meters);
  }

  @Bean(initMethod = "start")
  DeliveryWorker webhookWorker(
      Deliveries deliveries,
      Transport transport,
      DeliveryProperties properties,
      NotifierMeters meters) {
    var kind = Channel.Kind.WEBHOOK;
    return new DeliveryWorker(kind, deliveries, transport, properties.of(kind), meters);
  }

  @Bean
  Notify notify(Notifications notifications, Admins admins, Organizations organizations) {
    return new Notify(notifications, admins, organizations);
  }
}
