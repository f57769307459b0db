package io.slipway.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where it went: CPU, commits and records, a column for each rate, and one for the suite that is
 * asked for nothing. What an idle suite does all the time is in the other columns too.
 */
final class CostReport {

  private static final int NAME = 48;
  private static final int COLUMN = 10;
  private static final int MOST_COLUMNS = 5;

  private final PrintStream out;
  private final List<Cost> costs;

  /**
   * The first is that of the idle suite; of more than fit beside each other, the last are shown.
   */
  CostReport(PrintStream out, List<Cost> all) {
    this.out = out;
    this.costs =
        all.size() <= MOST_COLUMNS ? all : all.subList(all.size() - MOST_COLUMNS, all.size());
  }

  void print() {
    line("");
    heads("CPU in ms, for each life");
    names(cost -> cost.cpu().map(cpu -> cpu.byProcess().keySet()).orElse(Set.of()))
        .forEach(name -> row(name, cost -> cpu(cost, cpu -> cpu.byProcess().get(name))));
    row("the system, and other programs", cost -> cpu(cost, CpuTimes::others));
    row("in all", cost -> cpu(cost, CpuTimes::machine));
    line("");
    heads("PostgreSQL, for each life");
    names(cost -> cost.database().keySet())
        .forEach(name -> row(name, cost -> each(cost, cost.database().get(name))));
    line("");
    heads("records appended, for each life");
    names(cost -> cost.appends().keySet())
        .forEach(name -> row(name, cost -> each(cost, cost.appends().get(name))));
    line(
        "  (a transaction of the relay appends a marker, too, to each partition that it wrote to)");
  }

  private Set<String> names(Function<Cost, Set<String>> of) {
    var names = new LinkedHashSet<String>();
    costs.forEach(cost -> names.addAll(of.apply(cost)));
    return names;
  }

  private static String cpu(Cost cost, Function<CpuTimes, @Nullable Duration> of) {
    var time = cost.cpu().map(of).orElse(null);
    return each(cost, time == null ? null : time.toMillis());
  }

  private static String each(Cost cost, @Nullable Number total) {
    return total == null || cost.units() <= 0
        ? "-"
        : String.format(Locale.ROOT, "%.2f", total.doubleValue() / cost.units());
  }

  private void heads(String title) {
    columns(title, Cost::head);
  }

  private void row(String name, Function<Cost, String> value) {
    columns("  " + name, value);
  }

  private void columns(String first, Function<Cost, String> value) {
    var text = new StringBuilder(String.format(Locale.ROOT, "%-" + NAME + "s", first));
    for (var cost : costs) {
      text.append(String.format(Locale.ROOT, "%" + COLUMN + "s", value.apply(cost)));
    }
    line(text.toString());
  }

  private void line(String text) {
    out.println(text);
  }
}
