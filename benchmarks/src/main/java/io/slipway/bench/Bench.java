package io.slipway.bench;

import io.slipway.bench.suite.Edge;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Whole lives of runs at fixed arrival rates, with the floors of the same broker and database
 * measured before, between and after.
 *
 * <p>It fails for lost runs and errors, never for being slow.
 */
public final class Bench {

  private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(30);

  private final BenchSettings settings;
  private final PrintStream out;
  private final BenchReport report;
  private final List<Cost> costs = new ArrayList<>();
  private long lost;
  private long troubled;

  private Bench(BenchSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
    this.report = new BenchReport(out);
  }

  /** Measures and prints; zero if no run was lost, one otherwise. */
  public static int run(BenchSettings settings, PrintStream out) {
    try {
      return new Bench(settings, out).run();
    } catch (IOException | SQLException | ExecutionException e) {
      out.println("The bench could not go on: " + e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private int run() throws IOException, SQLException, ExecutionException, InterruptedException {
    var begin = System.nanoTime();
    var id = "b" + Long.toString(System.currentTimeMillis(), 36);
    var suite = settings.suite();
    report.begin(settings);
    var lives = new Lives(id + "-");
    try (var edge = new Edge(suite, HTTP_TIMEOUT);
        var floors = new FloorGauge(suite, id);
        var meter = new CostMeter(suite);
        var reporter = Reporter.of(settings.reporting(), suite, edge)) {
      BenchAction.ensure(edge);
      var load = new Load(edge, reporter, lives, settings.patience());
      try (var agent = new BenchAgent(suite, lives, load::work)) {
        warmUp(load, floors);
        idle(meter);
        steps(load, floors, meter);
      }
    }
    new CostReport(out, costs).print();
    return end(Duration.ofNanos(System.nanoTime() - begin));
  }

  private void warmUp(Load load, FloorGauge floors)
      throws SQLException, ExecutionException, InterruptedException {
    floors.warmUp();
    var step = step(load, settings.rates().getFirst(), settings.warmUp());
    report.warmUp(step, settings.warmUp());
    remember(step);
  }

  private void idle(CostMeter meter) throws ExecutionException, InterruptedException {
    var look = meter.before();
    Pace.rest(settings.idle().toNanos());
    costs.add(meter.since(look, "idle, 1 s", settings.idle().toMillis() / 1000.0));
  }

  /** Floors, lives, floors, lives, floors: what drifts, drifts for both. */
  private void steps(Load load, FloorGauge gauge, CostMeter meter)
      throws SQLException, ExecutionException, InterruptedException {
    var before = gauge.measure(settings.rates().getFirst(), settings.perFloor());
    report.floors(before, settings.rates().getFirst());
    for (var rate : settings.rates()) {
      var look = meter.before();
      var step = step(load, rate, settings.perRate());
      costs.add(meter.since(look, rate + "/s", step.lives().size()));
      report.step(step);
      var after = gauge.measure(rate, settings.perFloor());
      report.ratios(Ratios.of(step, before, after));
      remember(step);
      report.floors(after, rate);
      before = after;
      if (step.isGivenUp()) {
        report.overloaded(rate);
        break;
      }
    }
  }

  private void remember(Step step) {
    report.errors(step);
    lost += step.lost().size();
    troubled += step.troubled().size();
  }

  private Step step(Load load, int rate, Duration window) {
    return load.run(rate, window, Schedule.of(settings.arrivals(), rate, window));
  }

  private int end(Duration took) {
    report.end(lost, troubled, took);
    return lost + troubled == 0 ? 0 : 1;
  }
}
