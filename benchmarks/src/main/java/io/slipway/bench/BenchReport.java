package io.slipway.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the bench prints while it works; no line is longer than 100 characters. */
final class BenchReport {

  private static final String ROW = "%-9s %-28s %9s %9s %9s %9s %9s";

  private final PrintStream out;

  BenchReport(PrintStream out) {
    this.out = out;
  }

  void begin(BenchSettings settings) {
    var database = settings.suite().database();
    say("Slipway bench: whole lives of runs, open loop, from the intended send time");
    say("machine   %s", Machine.hardware());
    say("load      %s", Machine.load());
    say("versions  %s", Machine.versions(database));
    say("durable   %s", Machine.durability(database));
    say(
        "lives     POST, agent hears {org}.runs (read_committed, SCRAM), %s, GET until SUCCESS",
        settings.reporting().words());
    say(
        "arrivals  %s, %s",
        settings.arrivals().name().toLowerCase(Locale.ROOT),
        "steps of " + seconds(settings.perRate()));
  }

  void warmUp(Step step, Duration window) {
    say("");
    say(
        "warm-up   %d lives in %s, %.1f/s ended; p50 of a whole life %s ms",
        step.lives().size(),
        seconds(window),
        step.throughput(),
        millis(step.figures(Leg.WHOLE).p50()));
    say("");
    say(ROW, "ms", "", "p50", "p90", "p99", "max", "n");
  }

  void floors(Floors floors, int rate) {
    row("floor", "one hop (produce, consume)", floors.hop());
    row("", "one commit of two rows", floors.commit());
    row("", "2 commits + 2 hops at " + rate + "/s", floors.chain());
  }

  void step(Step step) {
    var head = step.rate() + "/s";
    for (var leg : Leg.values()) {
      row(head, leg.words(), step.figures(leg));
      head = "";
    }
    say(
        "          %.1f of %d/s ended in time, %d open at the end of sending%s%s",
        step.throughput(),
        step.rate(),
        step.backlog(),
        step.refused() == 0 ? "" : ", " + step.refused() + " refused",
        step.isSustained() ? ": sustained" : ": NOT SUSTAINED");
  }

  void ratios(Ratios ratios) {
    say(
        "          invoke to agent = %.2f x (2 commits + 2 hops), aim %.0f; %.2f x the same at this rate",
        ratios.toAgent(), Ratios.AIM, ratios.toAgentUnderLoad());
    say("          POST answered   = %.2f x one commit", ratios.answered());
  }

  void overloaded(int rate) {
    say("          behind by more than can be made good: rates above %d/s are not tried", rate);
  }

  /** Names at most ten, so that a catastrophe stays readable. */
  void errors(Step step) {
    step.lost().stream().limit(10).forEach(life -> error("lost", life));
    step.troubled().stream().limit(10).forEach(life -> error("wrong", life));
  }

  private void error(String what, Life life) {
    var text = "          %s: life %s %s".formatted(what, life.token(), life.trouble());
    say("%s", text.length() > 100 ? text.substring(0, 100) : text);
  }

  void end(long lost, long troubled, Duration took) {
    say("");
    say("load      %s at the end; the whole took %s", Machine.load(), seconds(took));
    say(
        "%s",
        lost + troubled == 0
            ? "No run was lost."
            : "FAILED: %d runs lost, %d with errors on the way".formatted(lost, troubled));
  }

  private void row(String head, String name, Figures figures) {
    say(
        ROW,
        head,
        name,
        millis(figures.p50()),
        millis(figures.p90()),
        millis(figures.p99()),
        millis(figures.max()),
        figures.count());
  }

  /** Three figures of weight, whatever the size. */
  static String millis(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.0f s", time.toMillis() / 1000.0);
  }

  private void say(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
