package io.slipway.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where it went: CPU, commits and records for each life, a column for each rate. */
final class CostReport {

  private static final int NAME = 38;
  private static final int COLUMN = 10;
  private static final int MOST_COLUMNS = 6;

  private final PrintStream out;
  private final List<Measured> measured;

  /** A step with what it used. */
  record Measured(Step step, Cost cost) {}

  /** Of more steps than fit beside each other, the last are shown. */
  CostReport(PrintStream out, List<Measured> all) {
    this.out = out;
    this.measured = all.subList(Math.max(0, all.size() - MOST_COLUMNS), all.size());
  }

  void print() {
    line("");
    row("CPU, ms for each life", one -> one.step().rate() + "/s");
    names(cost -> cost.cpu().map(cpu -> cpu.byProcess().keySet()).orElse(Set.of()))
        .forEach(name -> row("  " + name, one -> cpu(one, cpu -> cpu.byProcess().get(name))));
    row("  the system, and other programs", one -> cpu(one, CpuTimes::others));
    row("  in all", one -> cpu(one, CpuTimes::machine));
    line("");
    row("PostgreSQL, for each life", one -> one.step().rate() + "/s");
    names(cost -> cost.database().keySet())
        .forEach(name -> row("  " + name, one -> perLife(one, one.cost().database().get(name))));
    line("");
    row("records appended, for each life", one -> one.step().rate() + "/s");
    names(cost -> cost.appends().keySet())
        .forEach(name -> row("  " + name, one -> perLife(one, one.cost().appends().get(name))));
    line(
        "  (a transaction of the relay appends one more, its marker, to each partition it wrote to)");
  }

  private Set<String> names(Function<Cost, Set<String>> of) {
    var names = new LinkedHashSet<String>();
    measured.forEach(one -> names.addAll(of.apply(one.cost())));
    return names;
  }

  private static String cpu(Measured one, Function<CpuTimes, @Nullable Duration> of) {
    var time = one.cost().cpu().map(of).orElse(null);
    return perLife(one, time == null ? null : time.toMillis());
  }

  private static String perLife(Measured one, @Nullable Number total) {
    var lives = one.step().done();
    return total == null || lives == 0
        ? "-"
        : String.format(Locale.ROOT, "%.2f", total.doubleValue() / lives);
  }

  private void row(String name, Function<Measured, String> value) {
    var text = new StringBuilder(String.format(Locale.ROOT, "%-" + NAME + "s", name));
    for (var one : measured) {
      text.append(String.format(Locale.ROOT, "%" + COLUMN + "s", value.apply(one)));
    }
    line(text.toString());
  }

  private void line(String text) {
    out.println(text);
  }
}
