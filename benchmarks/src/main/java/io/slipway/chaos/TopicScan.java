package io.slipway.chaos;

import io.slipway.bench.suite.KafkaAccess;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads all partitions of a topic at {@code read_committed}, from when it was made. */
final class TopicScan implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(250);

  private final KafkaConsumer<String, byte[]> consumer;

  /** From now on; what is there already is somebody else's. */
  TopicScan(Map<String, Object> client, String topic) {
    consumer = KafkaAccess.consumer(client, Map.of());
    KafkaAccess.listenFromNow(consumer, topic);
  }

  /**
   * Hands over everything up to where the topic ends at this moment, or until it stops giving.
   *
   * @return whether the end was reached
   */
  boolean toEnd(Consumer<ConsumerRecord<String, byte[]>> reader, Duration patience) {
    var ends = consumer.endOffsets(consumer.assignment());
    var giveUp = System.nanoTime() + patience.toNanos();
    while (!reached(ends)) {
      if (giveUp - System.nanoTime() <= 0) {
        return false;
      }
      consumer.poll(POLL).forEach(reader);
    }
    return true;
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
