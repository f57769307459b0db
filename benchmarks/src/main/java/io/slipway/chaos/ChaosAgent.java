package io.slipway.chaos;

import io.slipway.bench.suite.Json;
import io.slipway.bench.suite.KafkaAccess;
import io.slipway.bench.suite.SuiteAccess;
import io.slipway.chaos.Persistence.Call;
import io.slipway.chaos.Violation.Kind;
import io.slipway.events.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;

/**
 * An agent that outlives its broker: it hears invocations in a group of its organisation, does
 * nothing, and reports success; one run in three on the reports topic, the others over HTTP.
 */
final class ChaosAgent implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration BEFORE_ANOTHER_CONSUMER = Duration.ofSeconds(1);

  private final SuiteAccess suite;
  private final Wishes wishes;
  private final Persistence edge;
  private final ReportsTopic reports;
  private final Witness witness;
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean stopped;

  ChaosAgent(
      SuiteAccess suite, Wishes wishes, Persistence edge, ReportsTopic reports, Witness witness) {
    this.suite = suite;
    this.wishes = wishes;
    this.edge = edge;
    this.reports = reports;
    this.witness = witness;
    this.thread = Thread.ofPlatform().name("chaos-agent").start(this::listen);
  }

  private void listen() {
    while (!stopped) {
      try (var consumer = consumer()) {
        consumer.subscribe(Set.of(Topics.runs(suite.organization().id())));
        while (!stopped) {
          poll(consumer);
        }
      } catch (KafkaException brokerInTrouble) {
        rest();
      }
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return KafkaAccess.consumer(
        KafkaAccess.agent(suite.organization()),
        Map.of("group.id", suite.organization().id() + ".chaos", "session.timeout.ms", 10_000));
  }

  private void poll(KafkaConsumer<String, byte[]> consumer) {
    var records = consumer.poll(POLL);
    records.forEach(this::hear);
    if (!records.isEmpty()) {
      consumer.commitAsync(); // what comes again after a restart is recognized
    }
  }

  private void hear(ConsumerRecord<String, byte[]> record) {
    var now = System.nanoTime();
    wishes.find(Actions.tokenOfInvocation(record.value())).ifPresent(wish -> wish.heardAt(now));
    if (heard.add(record.key())) {
      Thread.startVirtualThread(() -> report(record.key()));
    }
  }

  private void report(String run) {
    try {
      if (Math.floorMod(run.hashCode(), 3) == 0) {
        reports.success(run);
      } else {
        patch(run);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void patch(String run) throws InterruptedException {
    var body = Json.object().put("status", "SUCCESS");
    edge.send(Call.REPORT, "PATCH", Actions.RUNS + run, body, Map.of())
        .filter(last -> !last.answer().ok() && !isAboutTheFirstAttempt(last))
        .ifPresent(last -> witness.saw(Kind.REFUSED, run, "report: " + last.answer().said()));
  }

  /** The run has ended, it says: an attempt without an answer did that. */
  private static boolean isAboutTheFirstAttempt(Persistence.Reply last) {
    return last.inDoubt() && last.answer().status() == 422;
  }

  private static void rest() {
    try {
      Thread.sleep(BEFORE_ANOTHER_CONSUMER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws InterruptedException {
    stopped = true;
    thread.join();
  }
}
