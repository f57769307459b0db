package io.slipway.bench;

import io.slipway.bench.suite.KafkaAccess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;

/** A topic of our own on the suite's broker, which goes when we go: one record out and in again. */
final class FloorTopic implements AutoCloseable {

  private static final String PREFIX = "slipway-bench-floor-";

  /** As many as an organisation's topics have. */
  private static final int PARTITIONS = 3;

  private static final byte[] KILOBYTE = filled();

  private final String name;
  private final Admin admin;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, CompletableFuture<Long>> onTheWay = new ConcurrentHashMap<>();
  private final Thread thread;

  FloorTopic(Map<String, Object> client, String name)
      throws ExecutionException, InterruptedException {
    this.name = PREFIX + name;
    admin = Admin.create(client);
    forgetThoseOfKilledBenches();
    admin.createTopics(List.of(new NewTopic(this.name, PARTITIONS, (short) 1))).all().get();
    producer = KafkaAccess.producer(client);
    consumer =
        KafkaAccess.consumer(
            client, Map.of("client.id", "bench-floor", "isolation.level", "read_uncommitted"));
    KafkaAccess.listenFromNow(consumer, this.name);
    thread = Thread.ofPlatform().name("bench-floor").start(this::listen);
  }

  private void forgetThoseOfKilledBenches() throws ExecutionException, InterruptedException {
    var left =
        admin.listTopics().names().get().stream()
            .filter(topic -> topic.startsWith(PREFIX))
            .toList();
    admin.deleteTopics(left).all().get();
  }

  private static byte[] filled() {
    var bytes = new byte[1000];
    Arrays.fill(bytes, "x".getBytes(StandardCharsets.US_ASCII)[0]);
    return bytes;
  }

  private void listen() {
    try (consumer) {
      while (true) {
        var records = consumer.poll(Duration.ofMillis(500));
        var now = System.nanoTime();
        records.forEach(
            record -> {
              var waiting = onTheWay.remove(record.key());
              if (waiting != null) {
                waiting.complete(now);
              }
            });
      }
    } catch (WakeupException closed) {
      // close() asked for it
    }
  }

  /** Sends a record of 1 KB and answers, once it has come back, when that was. */
  long hop(String key) throws ExecutionException, InterruptedException {
    var back = new CompletableFuture<Long>();
    onTheWay.put(key, back);
    producer.send(
        new ProducerRecord<>(name, key, KILOBYTE),
        (_, failure) -> {
          if (failure != null) {
            back.completeExceptionally(failure);
          }
        });
    return back.get();
  }

  @Override
  public void close() throws ExecutionException, InterruptedException {
    consumer.wakeup();
    thread.join();
    producer.close();
    try (admin) {
      admin.deleteTopics(List.of(name)).all().get();
    }
  }
}
