package io.slipway.bench.suite;

import io.slipway.embedded.KafkaBroker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Clients of the suite's broker, as an organisation's agent or as the super user. */
public final class KafkaAccess {

  private KafkaAccess() {}

  /** The agents' listener, with the organisation's own principal. */
  public static Map<String, Object> agent(OrganizationAccess organization) {
    return Map.of(
        "bootstrap.servers",
        organization.kafkaBootstrap(),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "SCRAM-SHA-512",
        "sasl.jaas.config",
        KafkaBroker.scramJaas(organization.kafkaUsername(), organization.kafkaPassword()));
  }

  /** Reads only what was committed, and gives each record as soon as the broker has it. */
  public static KafkaConsumer<String, byte[]> consumer(
      Map<String, Object> client, Map<String, Object> more) {
    var settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("fetch.min.bytes", 1);
    settings.put("auto.offset.reset", "earliest");
    settings.putAll(more);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** Durable and idempotent, and sends at once. */
  public static KafkaProducer<String, byte[]> producer(Map<String, Object> client) {
    var settings = new HashMap<>(client);
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.put("linger.ms", 0);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  public static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  /** Reads what is said from this moment on, in every partition and without a group. */
  public static void listenFromNow(Consumer<?, ?> consumer, String topic) {
    var partitions = partitions(consumer, topic);
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // seeking is lazy; asking makes it happen now
  }
}
