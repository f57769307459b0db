package io.slipway.chaos;

import io.slipway.bench.suite.Edge;
import io.slipway.bench.suite.SuiteAccess;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;

/**
 * Kills the processes of a running suite while runs are going through it, and then holds what it
 * has promised against what can be seen of it from outside.
 */
public final class Chaos {

  private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration FINAL_READING = Duration.ofSeconds(120);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final ChaosSettings settings;
  private final ChaosReport report;
  private final Witness witness = new Witness();
  private final Deadline deadline = new Deadline();

  private Chaos(ChaosSettings settings, PrintStream out) {
    this.settings = settings;
    this.report = new ChaosReport(out);
  }

  /** Zero if every promise was kept, one otherwise. */
  public static int run(ChaosSettings settings, PrintStream out) {
    try {
      return new Chaos(settings, out).run();
    } catch (IOException | ExecutionException | KafkaException e) {
      out.println("Chaos could not go on: " + e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private int run() throws IOException, ExecutionException, InterruptedException {
    report.begin(settings);
    var suite = settings.suite();
    var wishes = wishes();
    try (var http = new Edge(suite, HTTP_TIMEOUT);
        var gathering = new Gathering(suite)) {
      Actions.ensure(http);
      var edge = new Persistence(http, deadline);
      try (var reports = new ReportsTopic(suite, deadline)) {
        var kills = storm(wishes, edge, reports);
        var evidence = evidence(wishes, http, gathering);
        report.kills(kills);
        report.counts(evidence, edge, reports);
        var violations = Checker.check(evidence);
        report.violations(violations, settings.seed());
        return violations.isEmpty() ? 0 : 1;
      }
    }
  }

  private Wishes wishes() {
    var prefix = "c" + Long.toString(System.currentTimeMillis(), 36) + "-";
    return new Wishes(prefix, settings.approvalShare(), new Random(settings.seed()));
  }

  /** Runs are asked for from before the first kill until all that was killed works again. */
  private List<Kill> storm(Wishes wishes, Persistence edge, ReportsTopic reports)
      throws IOException, ExecutionException, InterruptedException {
    SuiteAccess suite = settings.suite();
    try (var agent = new ChaosAgent(suite, wishes, edge, reports, witness);
        var targets = new Targets(suite)) {
      var driver = new Driver(settings.rate(), wishes, edge, witness);
      driver.start();
      Thread.sleep(settings.lead());
      var named = targets.named(settings.targets());
      var order = new Random(~settings.seed());
      var kills = new Killer(settings, named, order, witness, report, Killer.PATIENCE).run();
      deadline.setIn(settings.patience());
      driver.stop();
      awaitEnds(driver, wishes);
      return kills;
    }
  }

  private void awaitEnds(Driver driver, Wishes wishes) throws InterruptedException {
    var restarted = System.nanoTime();
    while (driver.watching() > 0 && !deadline.isPast()) {
      Thread.sleep(LOOK_AGAIN);
    }
    report.quiet(wishes.open(), Duration.ofNanos(System.nanoTime() - restarted));
    var lastAnswers = Deadline.in(HTTP_TIMEOUT.multipliedBy(2));
    while (driver.watching() > 0 && !lastAnswers.isPast()) {
      Thread.sleep(LOOK_AGAIN);
    }
  }

  private Evidence evidence(Wishes wishes, Edge http, Gathering gathering)
      throws ExecutionException, InterruptedException {
    new FinalReading(new Persistence(http, Deadline.in(FINAL_READING)), witness).run(wishes);
    return gathering.evidence(wishes, Deadline.in(settings.patience()), witness);
  }
}
