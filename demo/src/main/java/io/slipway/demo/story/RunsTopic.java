package io.slipway.demo.story;

import io.slipway.demo.agent.AgentSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads along what reaches the organisation's topic, to be able to say what did not. */
final class RunsTopic implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaConsumer<String, String> consumer;
  private final List<TopicPartition> partitions;
  private final Map<String, Integer> heard = new HashMap<>();

  /** Reads from this moment on. */
  RunsTopic(AgentSettings settings) {
    var client = settings.kafka();
    client.put("isolation.level", "read_committed");
    client.put("enable.auto.commit", false);
    consumer = new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer());
    partitions =
        consumer.partitionsFor(settings.runsTopic()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // Seeking is lazy; this makes it happen now.
  }

  /** How often each run has come, up to this moment. */
  Map<String, Integer> heard() {
    var end = consumer.endOffsets(partitions);
    var patience = System.nanoTime() + PATIENCE.toNanos();
    while (partitions.stream()
        .anyMatch(one -> consumer.position(one) < end.getOrDefault(one, 0L))) {
      StoryFault.unless(System.nanoTime() < patience, "The topic cannot be read to its end");
      for (var message : consumer.poll(Duration.ofMillis(200))) {
        heard.merge(message.key(), 1, Integer::sum);
      }
    }
    return Map.copyOf(heard);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
