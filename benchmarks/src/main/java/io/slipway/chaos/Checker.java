package io.slipway.chaos;

import io.slipway.chaos.Violation.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a suite promises about the runs that it has accepted, held against what was seen. Pure: the
 * same evidence always gives the same violations.
 */
final class Checker {

  private final Evidence evidence;
  private final Map<String, Wish> wishes = new HashMap<>();
  private final Map<String, String> firstRuns = new HashMap<>();
  private final Set<Violation> found = new LinkedHashSet<>();

  private Checker(Evidence evidence) {
    this.evidence = evidence;
    for (var wish : evidence.wishes()) {
      wishes.put(wish.token(), wish);
      if (wish.runId() != null) {
        firstRuns.put(wish.token(), wish.runId());
      }
    }
  }

  static List<Violation> check(Evidence evidence) {
    var checker = new Checker(evidence);
    checker.found.addAll(evidence.witnessed());
    checker.ends();
    checker.invocations();
    checker.events();
    evidence
        .deadLetters()
        .forEach((topic, count) -> checker.add(Kind.DEAD_LETTER, topic, count + " records"));
    return List.copyOf(checker.found);
  }

  /** Accepted means done: each accepted run has ended, as it was meant to, and stays so. */
  private void ends() {
    for (var wish : evidence.wishes()) {
      var run = wish.runId();
      if (run != null) {
        end(wish, run);
      }
    }
  }

  private void end(Wish wish, String run) {
    var status = wish.finalStatus();
    if (status == null) {
      add(Kind.LOST, run, "");
    } else if (!StatusChange.ENDS.contains(status) || wish.seenEnd() == null) {
      add(Kind.NOT_ENDED, run, status);
    } else if (!status.equals(wish.seenEnd())) {
      add(Kind.CHANGED_AFTER_END, run, wish.seenEnd() + ", then " + status);
    } else if (!status.equals(wish.plan().end())) {
      add(Kind.WRONG_END, run, status + " instead of " + wish.plan().end());
    }
  }

  /** One dispatch: each run that was to be done is on the topic once, and no other is. */
  private void invocations() {
    var byRun = evidence.invocations().stream().collect(Collectors.groupingBy(Invocation::runId));
    byRun.forEach(this::invocationsOf);
    for (var wish : evidence.wishes()) {
      var run = wish.runId();
      if (run != null && wish.plan() != Plan.DECLINED && !byRun.containsKey(run)) {
        add(Kind.NEVER_INVOKED, run, "");
      }
      if (run != null && wish.isHeardBeforeVote()) {
        add(Kind.INVOKED_BEFORE_DECISION, run, "");
      }
    }
  }

  private void invocationsOf(String run, List<Invocation> records) {
    if (records.size() > 1) {
      var places =
          records.stream()
              .map(record -> record.partition() + ":" + record.offset())
              .collect(Collectors.joining(", "));
      add(Kind.INVOKED_TWICE, run, "partition:offset " + places);
    }
    var wish = wishOf(run, records.getFirst().token());
    if (wish != null && wish.plan() == Plan.DECLINED) {
      add(Kind.DECLINED_BUT_INVOKED, run, "");
    }
  }

  /** One writer per run: versions rise by one, and nothing leaves an end. */
  private void events() {
    var seen = new HashSet<String>();
    var byRun =
        evidence.changes().stream()
            .filter(change -> seen.add(change.eventId()))
            .collect(Collectors.groupingBy(StatusChange::runId));
    byRun.forEach(this::eventsOf);
    for (var wish : evidence.wishes()) {
      var run = wish.runId();
      var status = wish.finalStatus();
      if (run != null && status != null && StatusChange.ENDS.contains(status)) {
        saidToEnd(run, status, byRun.getOrDefault(run, List.of()));
      }
    }
  }

  private void eventsOf(String run, List<StatusChange> changes) {
    wishOf(run, changes.getFirst().token());
    var expected = 1L;
    var versions = new HashSet<Long>();
    for (var change : changes) {
      if (!versions.add(change.version())) {
        add(Kind.VERSION_TWICE, run, "version " + change.version());
      } else if (change.version() < expected) {
        add(Kind.OUT_OF_ORDER, run, change.version() + " after " + (expected - 1));
      }
      expected = Math.max(expected, change.version() + 1);
    }
    for (var version = 1L; version < expected; version++) {
      if (!versions.contains(version)) {
        add(Kind.VERSION_MISSING, run, "version " + version);
      }
    }
    staysEnded(run, changes);
  }

  private void staysEnded(String run, List<StatusChange> changes) {
    var ends = changes.stream().filter(StatusChange::isEnd).toList();
    if (ends.size() > 1) {
      var said = ends.stream().map(StatusChange::to).collect(Collectors.joining(", then "));
      add(Kind.ENDED_TWICE, run, said);
    }
    if (!ends.isEmpty()) {
      var end = ends.getFirst();
      changes.stream()
          .filter(change -> change.version() > end.version() && !change.isEnd())
          .findFirst()
          .ifPresent(late -> add(Kind.CHANGED_AFTER_END, run, "event version " + late.version()));
    }
  }

  private void saidToEnd(String run, String status, List<StatusChange> changes) {
    var ends = changes.stream().filter(StatusChange::isEnd).map(StatusChange::to).toList();
    if (ends.isEmpty()) {
      add(Kind.END_NOT_SAID, run, "");
    } else if (!ends.contains(status)) {
      add(Kind.EVENT_DISAGREES, run, ends.getFirst() + " there, " + status + " here");
    }
  }

  /** Whose run this is, by its inputs; complains when it is nobody's, or somebody's second. */
  private @Nullable Wish wishOf(String run, String token) {
    var wish = wishes.get(token);
    if (wish == null) {
      add(Kind.NOT_ASKED_FOR, run, token.isEmpty() ? "" : "inputs name " + token);
      return null;
    }
    // A POST that was never answered may have made a run all the same, but not two.
    var first = firstRuns.computeIfAbsent(token, _ -> run);
    if (!first.equals(run)) {
      add(Kind.SECOND_RUN, run, "the first is " + first);
    }
    return wish;
  }

  private void add(Kind kind, String run, String detail) {
    found.add(new Violation(kind, run, detail));
  }
}
