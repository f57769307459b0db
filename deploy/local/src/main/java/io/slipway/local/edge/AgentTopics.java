package io.slipway.local.edge;

import io.slipway.local.state.Credentials;
import io.slipway.local.state.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An organisation's topics, with the rights of its own Kafka principal. */
final class AgentTopics implements AutoCloseable {

  private final Credentials credentials;
  private final KafkaConsumer<String, String> consumer;

  /** Reads what is said from this moment on. */
  AgentTopics(Credentials credentials) {
    this.credentials = credentials;
    var settings = new HashMap<>(client());
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    var partitions =
        consumer.partitionsFor(credentials.orgId() + ".runs").stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(
        consumer::position); // seeking is lazy; asking makes it happen before we go on
  }

  /** Whether the invocation of this run arrives in time. */
  boolean hears(String runId, Duration patience) {
    var end = Instant.now().plus(patience);
    while (Instant.now().isBefore(end)) {
      for (var record : consumer.poll(Duration.ofMillis(200))) {
        if (runId.equals(record.key())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Says on the organisation's reports how a run went. */
  void report(String runId, Map<String, ?> what) {
    try (var producer =
        new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
      var record =
          new ProducerRecord<>(
              credentials.orgId() + ".reports", runId, Json.MAPPER.writeValueAsString(what));
      producer.send(record).get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The report was not taken", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> client() {
    return Map.of(
        "bootstrap.servers",
        credentials.kafkaBootstrap(),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "SCRAM-SHA-512",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(credentials.kafkaUsername(), credentials.kafkaPassword()));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
