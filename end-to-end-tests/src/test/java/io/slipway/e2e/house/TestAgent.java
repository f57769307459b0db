package io.slipway.e2e.house;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;

/** Reads an organisation's topic and writes its reports, with that organisation's credentials. */
public final class TestAgent {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Tenant tenant;

  TestAgent(Tenant tenant) {
    this.tenant = tenant;
  }

  /** An invocation as it lies on the topic. */
  public record Invocation(String runId, JsonNode message, Map<String, String> headers) {}

  /** Waits for the invocation of a run, and returns every record of that run. */
  public List<Invocation> awaitInvocations(String runId) {
    var found = new ArrayList<Invocation>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              found.clear();
              found.addAll(invocations(runId));
              return !found.isEmpty();
            });
    return found;
  }

  /** Every record of a run that is visible now to a committed reader. */
  public List<Invocation> invocations(String runId) {
    return records(tenant.id() + ".runs").stream()
        .filter(record -> runId.equals(record.key()))
        .map(record -> new Invocation(runId, Http.parse(record.value()), headers(record)))
        .toList();
  }

  /** Every change of the catalog that is told to this organisation. */
  public List<JsonNode> changes() {
    return records(tenant.id() + ".change.log").stream()
        .map(record -> Http.parse(record.value()))
        .toList();
  }

  private List<ConsumerRecord<String, String>> records(String topic) {
    var config = client();
    config.put("isolation.level", "read_committed");
    config.put("group.id", tenant.id() + ".e2e");
    config.put("enable.auto.commit", false);
    var found = new ArrayList<ConsumerRecord<String, String>>();
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
    }
    return found;
  }

  private static Map<String, String> headers(ConsumerRecord<String, String> record) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return headers;
  }

  /** Writes a report to the organisation's topic. */
  public void report(String runId, String json) {
    try (var producer =
        new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(tenant.id() + ".reports", runId, json)).get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** How this organisation's clients reach the broker. */
  public Map<String, Object> client() {
    return new HashMap<>(
        Map.of(
            "bootstrap.servers",
            tenant.text("kafkaBootstrap"),
            "security.protocol",
            "SASL_PLAINTEXT",
            "sasl.mechanism",
            "SCRAM-SHA-512",
            "sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(tenant.text("kafkaUsername"), tenant.text("kafkaPassword")),
            "request.timeout.ms",
            "10000",
            "default.api.timeout.ms",
            "15000"));
  }
}
