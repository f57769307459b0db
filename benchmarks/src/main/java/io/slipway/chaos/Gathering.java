package io.slipway.chaos;

import io.slipway.bench.suite.KafkaAccess;
import io.slipway.bench.suite.SuiteAccess;
import io.slipway.chaos.Violation.Kind;
import io.slipway.events.RunStatusChanged;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Collects the evidence. To be made before the first run is asked for: it marks where the topics
 * stand, and reads them from there when everything is over.
 */
final class Gathering implements AutoCloseable {

  private static final Duration READING = Duration.ofSeconds(60);
  private static final Duration LATE_DUPLICATES = Duration.ofSeconds(2);

  private final SuiteAccess suite;
  private final Topics topics = new Topics();
  private final AvroWire wire;
  private final TopicScan runs;
  private final TopicScan statusChanges;
  private final Map<String, Long> deadLettersBefore;
  private final List<Invocation> invocations = new ArrayList<>();
  private final List<StatusChange> changes = new ArrayList<>();
  private final HashSet<String> ended = new HashSet<>();

  Gathering(SuiteAccess suite) throws ExecutionException, InterruptedException {
    this.suite = suite;
    wire = new AvroWire(suite.registryUrl(), topics);
    runs =
        new TopicScan(
            KafkaAccess.agent(suite.organization()), Topics.runs(suite.organization().id()));
    statusChanges = new TopicScan(suite.kafkaAdmin(), topics.runStatusChanged().name());
    deadLettersBefore = DeadLetters.count(suite.kafkaAdmin());
  }

  /**
   * Reads the topics, waits for events that are still on their way while {@code deadline} allows,
   * and reads once more for duplicates that come late.
   */
  Evidence evidence(Wishes wishes, Deadline deadline, Witness witness)
      throws ExecutionException, InterruptedException {
    read(witness);
    while (!ended.containsAll(endedRuns(wishes)) && !deadline.isPast()) {
      Thread.sleep(500);
      read(witness);
    }
    Thread.sleep(LATE_DUPLICATES);
    read(witness);
    var deadLetters = DeadLetters.since(deadLettersBefore, DeadLetters.count(suite.kafkaAdmin()));
    return new Evidence(wishes.all(), invocations, changes, deadLetters, witness.all());
  }

  private static List<String> endedRuns(Wishes wishes) {
    return wishes.all().stream()
        .filter(wish -> wish.seenEnd() != null)
        .flatMap(wish -> Stream.ofNullable(wish.runId()))
        .toList();
  }

  private void read(Witness witness) {
    if (!runs.toEnd(this::invocation, READING)) {
      witness.saw(Kind.UNREADABLE, Topics.runs(suite.organization().id()), "to its end");
    }
    if (!statusChanges.toEnd(this::statusChange, READING)) {
      witness.saw(Kind.UNREADABLE, topics.runStatusChanged().name(), "to its end");
    }
  }

  private void invocation(ConsumerRecord<String, byte[]> record) {
    var token = Actions.tokenOfInvocation(record.value());
    invocations.add(new Invocation(record.key(), token, record.partition(), record.offset()));
  }

  private void statusChange(ConsumerRecord<String, byte[]> record) {
    var event = wire.decode(topics.runStatusChanged(), record.value());
    if (!event.getOrganization().equals(suite.organization().id())) {
      return;
    }
    var change = changed(eventId(record), event);
    changes.add(change);
    if (change.isEnd()) {
      ended.add(change.runId());
    }
  }

  private static StatusChange changed(String eventId, RunStatusChanged event) {
    var from = event.getFrom();
    return new StatusChange(
        eventId,
        event.getRunId(),
        Actions.tokenOfRun(event.getAfterJson()),
        event.getVersion(),
        from == null ? "" : from.name(),
        event.getTo().name());
  }

  private static String eventId(ConsumerRecord<String, byte[]> record) {
    var header = record.headers().lastHeader("ce_id");
    return header == null
        ? record.partition() + ":" + record.offset()
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    runs.close();
    statusChanges.close();
  }
}
