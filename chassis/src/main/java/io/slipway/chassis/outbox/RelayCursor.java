package io.slipway.chassis.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * The id of the batch that was sent last, as the broker has it: a compacted topic of our own, one
 * per service, because an open transaction of another service would hide the end of a shared one.
 */
final class RelayCursor {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int FIRST_LOOK_BACK = 64;

  private final String topic;
  private final Admin admin;
  private final Supplier<Consumer<byte[], byte[]>> consumers;

  /**
   * @param consumers make consumers at {@code read_committed} without a group
   */
  RelayCursor(String topic, Admin admin, Supplier<Consumer<byte[], byte[]>> consumers) {
    this.topic = topic;
    this.admin = admin;
    this.consumers = consumers;
  }

  /** Makes the topic if it is not there. */
  void ensure() {
    var compacted =
        new NewTopic(topic, 1, (short) -1)
            .configs(Map.of("cleanup.policy", "compact", "segment.ms", "3600000"));
    try {
      admin.createTopics(List.of(compacted)).all().get(15, TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      if (!(failure.getCause() instanceof TopicExistsException)) {
        throw new KafkaException("the relay's cursor topic could not be made", failure);
      }
    } catch (TimeoutException failure) {
      throw new KafkaException("the relay's cursor topic could not be made", failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new KafkaException("stopping", stopping);
    }
  }

  String topic() {
    return topic;
  }

  byte[] key() {
    return "batch".getBytes(StandardCharsets.UTF_8);
  }

  /** The last batch that is visible to readers, or null when none was ever sent. */
  @Nullable UUID read() {
    var partition = new TopicPartition(topic, 0);
    try (var consumer = consumers.get()) {
      consumer.assign(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
      for (long back = FIRST_LOOK_BACK; ; back *= 8) {
        long from = Math.max(begin, end - back);
        var last = lastBetween(consumer, partition, from, end);
        if (last != null || from == begin) {
          return last;
        }
      }
    }
  }

  private static @Nullable UUID lastBetween(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
    consumer.seek(partition, from);
    UUID last = null;
    while (consumer.position(partition) < end) {
      for (var found : consumer.poll(POLL)) {
        last = UUID.fromString(new String(found.value(), StandardCharsets.UTF_8));
      }
    }
    return last;
  }
}
