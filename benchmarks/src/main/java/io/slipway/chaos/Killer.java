package io.slipway.chaos;

import io.slipway.chaos.Violation.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Kills one process after the other, in an order and with pauses that the seed decides. Nothing is
 * killed before it works again after the last time, so that something is ever up.
 */
final class Killer {

  static final Duration PATIENCE = Duration.ofSeconds(120);

  private final ChaosSettings settings;
  private final List<Target> targets;
  private final Random random;
  private final Witness witness;
  private final ChaosReport report;
  private final Duration patience;

  Killer(
      ChaosSettings settings,
      List<Target> targets,
      Random random,
      Witness witness,
      ChaosReport report,
      Duration patience) {
    this.settings = settings;
    this.targets = targets;
    this.random = random;
    this.witness = witness;
    this.report = report;
    this.patience = patience;
  }

  /** Returns when the last that was killed works again, or is not expected to any longer. */
  List<Kill> run() throws InterruptedException, ExecutionException {
    var kills = new ArrayList<Future<Kill>>();
    try (var watchers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var target : order()) {
        var victim = target.awaitReady(0, patience);
        if (victim.isEmpty()) {
          witness.saw(Kind.NOT_RESTARTED, target.name(), "so it could not be killed again");
          continue;
        }
        var process = victim.get();
        process.destroyForcibly(); // SIGKILL
        var at = System.nanoTime();
        report.killed(kills.size() + 1, target.name(), process.pid());
        kills.add(watchers.submit(() -> watch(target, process.pid(), at)));
        Thread.sleep(pause());
      }
      var all = new ArrayList<Kill>();
      for (var kill : kills) {
        all.add(kill.get());
      }
      return List.copyOf(all);
    }
  }

  List<Target> order() {
    var order = new ArrayList<Target>();
    for (var i = 0; i < settings.killsPerTarget(); i++) {
      order.addAll(targets);
    }
    Collections.shuffle(order, random);
    return order;
  }

  private Duration pause() {
    var least = settings.leastPause().toMillis();
    var most = settings.longestPause().toMillis();
    return Duration.ofMillis(random.nextLong(least, Math.max(least + 1, most)));
  }

  private Kill watch(Target target, long pid, long at) throws InterruptedException {
    var back = target.awaitReady(pid, patience).map(_ -> Duration.ofNanos(System.nanoTime() - at));
    if (back.isEmpty()) {
      witness.saw(Kind.NOT_RESTARTED, target.name(), "after " + patience.toSeconds() + " s");
    }
    report.back(target.name(), back);
    return new Kill(target.name(), back);
  }

  /** The worst of them; empty if nothing was killed, or nothing came back. */
  static Optional<Duration> worst(List<Kill> kills) {
    return kills.stream().flatMap(kill -> kill.back().stream()).max(Duration::compareTo);
  }
}
