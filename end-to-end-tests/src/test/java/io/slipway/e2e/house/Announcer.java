package io.slipway.e2e.house;

import io.slipway.events.OrganizationChange;
import io.slipway.events.OrganizationChanged;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says events in the place of action-api, with its configuration. */
public final class Announcer implements AutoCloseable {
  private final Topics topics = new Topics();
  private final AvroWire wire;
  private final KafkaProducer<String, byte[]> producer;

  public Announcer(SuiteUnderTest suite) {
    var told = suite.configuration("action-api");
    wire = new AvroWire(told.getProperty("slipway.registry.url"), topics);
    Map<String, Object> client = new HashMap<>();
    client.put("bootstrap.servers", told.getProperty("spring.kafka.bootstrap-servers"));
    client.put("security.protocol", told.getProperty("spring.kafka.security.protocol"));
    for (var property : told.stringPropertyNames()) {
      if (property.startsWith("spring.kafka.properties.")) {
        client.put(
            property.substring("spring.kafka.properties.".length()), told.getProperty(property));
      }
    }
    producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
  }

  /** An organisation is being erased. */
  public void erased(String organization) {
    var topic = topics.organizationChanged();
    var event =
        OrganizationChanged.newBuilder()
            .setOrganization(organization)
            .setChange(OrganizationChange.DELETED)
            .setAt(Instant.now())
            .build();
    var record = new ProducerRecord<>(topic.name(), organization, wire.encode(topic, event));
    record.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    try {
      producer.send(record).get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
