package io.slipway.chaos;

import io.slipway.chaos.Persistence.Call;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What chaos prints while it works and when it is done. */
final class ChaosReport {

  private static final int NAMED = 10;

  private final PrintStream out;
  private final long begin = System.nanoTime();

  ChaosReport(PrintStream out) {
    this.out = out;
  }

  void begin(ChaosSettings settings) {
    say(
        "Slipway chaos on organisation %s; seed %d",
        settings.suite().organization().id(), settings.seed());
    say(
        "  %.0f runs/s, %.0f %% with approval; %d kill(s) -9 of each of: %s",
        settings.rate(),
        settings.approvalShare() * 100,
        settings.killsPerTarget(),
        String.join(", ", settings.targets()));
  }

  synchronized void killed(int number, String target, long pid) {
    say("%s  kill %-3d %s (pid %d)", clock(), number, target, pid);
  }

  synchronized void back(String target, Optional<Duration> time) {
    say(
        "%s           %s %s",
        clock(),
        target,
        time.map(t -> "works again after " + seconds(t)).orElse("did not come back"));
  }

  void quiet(long open, Duration took) {
    say(
        "%s  %s",
        clock(),
        open == 0
            ? "every accepted run had ended " + seconds(took) + " after the last restart"
            : open + " accepted runs are still open " + seconds(took) + " after the last restart");
  }

  void kills(List<Kill> kills) {
    say("");
    say("%-20s %6s %14s %14s", "killed", "times", "worst back", "mean back");
    kills.stream()
        .collect(Collectors.groupingBy(Kill::target))
        .forEach(
            (target, its) ->
                say(
                    "%-20s %6d %14s %14s",
                    target,
                    its.size(),
                    Killer.worst(its).map(ChaosReport::seconds).orElse("-"),
                    mean(its)));
  }

  private static String mean(List<Kill> kills) {
    var mean =
        kills.stream()
            .flatMap(kill -> kill.back().stream())
            .mapToLong(Duration::toMillis)
            .average();
    return mean.isPresent() ? seconds(Duration.ofMillis((long) mean.getAsDouble())) : "-";
  }

  void counts(Evidence evidence, Persistence edge, ReportsTopic reports) {
    var wishes = evidence.wishes();
    var accepted = wishes.stream().filter(wish -> wish.runId() != null).toList();
    var distinct = evidence.changes().stream().map(StatusChange::eventId).distinct().count();
    say("");
    say(
        "asked for     %d, accepted %d, never answered %d",
        wishes.size(), accepted.size(), wishes.size() - accepted.size());
    say("ended         %s", byStatus(accepted));
    say(
        "approvals     %d asked: %d approved, %d declined",
        count(accepted, Plan.APPROVED) + count(accepted, Plan.DECLINED),
        count(accepted, Plan.APPROVED),
        count(accepted, Plan.DECLINED));
    say("invocations   %d on the organisation's topic", evidence.invocations().size());
    say(
        "events        %d status changes, and %d records that repeat one of them (absorbed)",
        distinct, evidence.changes().size() - distinct);
    say(
        "tried again   %s, reports topic %d",
        Arrays.stream(Call.values())
            .map(call -> call.words() + " " + edge.retries(call))
            .collect(Collectors.joining(", ")),
        reports.retries());
    say(
        "because       %s",
        edge.causes().entrySet().stream()
            .map(cause -> cause.getKey() + " " + cause.getValue())
            .collect(Collectors.joining(", ")));
    say(
        "longest life  %s from asking to the end",
        seconds(Duration.ofNanos(accepted.stream().mapToLong(Wish::took).max().orElse(0))));
  }

  private static String byStatus(List<Wish> accepted) {
    return accepted.stream()
        .collect(
            Collectors.groupingBy(wish -> orUnknown(wish.finalStatus()), Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String orUnknown(@Nullable String status) {
    return status == null ? "unknown" : status;
  }

  private static long count(List<Wish> wishes, Plan plan) {
    return wishes.stream().filter(wish -> wish.plan() == plan).count();
  }

  void violations(List<Violation> violations, long seed) {
    say("");
    if (violations.isEmpty()) {
      say("No violation. Every accepted run has ended, once.");
      return;
    }
    violations.stream()
        .collect(Collectors.groupingBy(Violation::kind, TreeMap::new, Collectors.toList()))
        .forEach(this::ofOneKind);
    say("FAILED: %d violations; seed %d", violations.size(), seed);
  }

  private void ofOneKind(Violation.Kind kind, List<Violation> violations) {
    say("%d x %s", violations.size(), kind.words());
    violations.stream().limit(NAMED).forEach(violation -> say("  %s", violation));
    if (violations.size() > NAMED) {
      say("  and %d more", violations.size() - NAMED);
    }
  }

  private String clock() {
    var passed = Duration.ofNanos(System.nanoTime() - begin);
    return String.format(Locale.ROOT, "%02d:%02d", passed.toMinutes(), passed.toSecondsPart());
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  private void say(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
    out.flush();
  }
}
