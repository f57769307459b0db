package io.slipway.orchestrator;

import static io.slipway.orchestrator.run.RunFixture.NOON;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slipway.chassis.fixture.OperationsPage;
import io.slipway.orchestrator.run.Departure;
import io.slipway.orchestrator.run.Outcome;
import io.slipway.orchestrator.run.Run;
import io.slipway.orchestrator.run.RunFixture;
import io.slipway.orchestrator.run.RunLifecycle;
import io.slipway.orchestrator.run.Signal;
import io.slipway.orchestrator.run.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is counted and timed of a run's life. */
class RunMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Clock clock = Clock.fixed(NOON.plus(Duration.ofMillis(40)), ZoneOffset.UTC);
  private final RunMeters meters = new RunMeters(registry, clock);

  @Test
  void followsARunToItsEnd() {
    var begun = see(aRun().requested(), invoked(RunFixture.ready()));
    see(begun, RunFixture.reported(Outcome.SUCCESS));

    assertThat(transitions("NONE", "IN_PROGRESS")).isEqualTo(1);
    assertThat(transitions("IN_PROGRESS", "SUCCESS")).isEqualTo(1);
    assertThat(attempts("sent")).isEqualTo(1);
    assertThat(seconds("slipway.run.until.dispatched")).isEqualTo(0.04);
    assertThat(seconds("slipway.run.work")).isEqualTo(5);
    assertThat(registry.get("slipway.run.duration").tag("outcome", "success").timer().count())
        .isEqualTo(1);
  }

  @Test
  void countsWhatLeavesLaterAndWhatNeverLeaves() {
    var due = see(aRun().requested(), invoked(new Departure.Later("no key")));
    see(
        due,
        new Signal.DispatchFailed(io.slipway.orchestrator.run.Actor.SLIPWAY, NOON, "too large"));

    assertThat(attempts("later")).isEqualTo(1);
    assertThat(attempts("failed")).isEqualTo(1);
  }

  @Test
  void areOnThePageForOperators() {
    var begun = see(aRun().requested(), invoked(RunFixture.ready()));
    see(begun, RunFixture.reported(Outcome.SUCCESS));
    meters.reported("http", "accepted");

    OperationsPage.lists("meters of run-orchestrator", RunMeters.class, registry);
  }

  private Run see(Run run, Signal signal) {
    var step = (Step.Moved) RunLifecycle.step(run, signal);
    meters.saw(run.id(), step.events());
    return step.run();
  }

  private static Signal invoked(Departure departure) {
    return new Signal.Invoked(RunFixture.ADA, NOON, departure);
  }

  private double transitions(String from, String to) {
    return registry.get("slipway.run.transitions").tags("from", from, "to", to).counter().count();
  }

  private double attempts(String verdict) {
    return registry
        .get("slipway.dispatch.attempts")
        .tags("method", "KAFKA", "verdict", verdict)
        .counter()
        .count();
  }

  private double seconds(String timer) {
    return registry.get(timer).timer().totalTime(TimeUnit.SECONDS);
  }
}
