package io.slipway.bench;

import io.slipway.bench.suite.Json;
import io.slipway.bench.suite.KafkaAccess;
import io.slipway.bench.suite.SuiteAccess;
import io.slipway.events.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads the organisation's invocations as any agent does, with its own credentials and only what is
 * committed, and starts the work of each on a thread of its own.
 */
final class BenchAgent implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Lives lives;
  private final BiConsumer<Life, String> work;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread thread;

  /**
   * Listens from now on.
   *
   * @param work what to do for a life, with the id of its run
   */
  BenchAgent(SuiteAccess suite, Lives lives, BiConsumer<Life, String> work) {
    this.lives = lives;
    this.work = work;
    this.consumer =
        KafkaAccess.consumer(
            KafkaAccess.agent(suite.organization()), Map.of("client.id", "slipway-bench-agent"));
    KafkaAccess.listenFromNow(consumer, Topics.runs(suite.organization().id()));
    this.thread = Thread.ofPlatform().name("bench-agent").start(this::listen);
  }

  private void listen() {
    try (consumer) {
      while (true) {
        var records = consumer.poll(POLL);
        var now = System.nanoTime();
        records.forEach(record -> hear(record, now));
      }
    } catch (WakeupException closed) {
      // close() asked for it
    }
  }

  private void hear(ConsumerRecord<String, byte[]> record, long now) {
    var token =
        Json.parse(record.value())
            .path("payload")
            .path("properties")
            .path(BenchAction.TOKEN)
            .asString("");
    lives
        .find(token)
        .filter(life -> life.heardAt(now))
        .ifPresent(life -> Thread.startVirtualThread(() -> work.accept(life, record.key())));
  }

  @Override
  public void close() throws InterruptedException {
    consumer.wakeup();
    thread.join();
  }
}
