package io.slipway.orchestrator;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.slipway.orchestrator.run.Run;
import io.slipway.orchestrator.run.RunEvent;
import io.slipway.orchestrator.run.RunEvent.Changed;
import io.slipway.orchestrator.run.RunEvent.DispatchDue;
import io.slipway.orchestrator.run.RunEvent.HandedOver;
import io.slipway.orchestrator.run.RunEvent.Logged;
import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.RunState;
import io.slipway.orchestrator.run.RunWitness;
import io.slipway.orchestrator.run.Signal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every metric that this service publishes of its own. No tag is ever an id or a name. */
public final class RunMeters implements RunWitness {
  private final MeterRegistry registry;
  private final Clock clock;

  RunMeters(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  @Override
  public void saw(RunId id, List<RunEvent> events) {
    for (var event : events) {
      switch (event) {
        case Changed changed -> changed(changed);
        case HandedOver left -> {
          dispatch(left.parcel().method(), "sent");
          untilDispatched(left.run());
        }
        case DispatchDue due -> dispatch(due.run().invocation().methodType(), "later");
        case Logged _ -> {}
      }
    }
  }

  private void changed(Changed changed) {
    var before = changed.before();
    var after = changed.after();
    transition(before, after);
    if (after.state() instanceof RunState.Finished finished) {
      ended(after, finished, before == null ? null : before.dispatchedAt());
    }
    if (changed.cause().equals(Signal.DispatchFailed.class.getSimpleName())) {
      dispatch(after.invocation().methodType(), "failed");
    }
  }

  private void transition(@Nullable Run before, Run after) {
    var from = before == null ? "NONE" : String.valueOf(before.state().status());
    var to = String.valueOf(after.state().status());
    if (!from.equals(to)) {
      Counter.builder("slipway.run.transitions")
          .description("Runs that went from one status to another; NONE is where they come from")
          .tag("from", from)
          .tag("to", to)
          .register(registry)
          .increment();
    }
  }

  private void ended(Run run, RunState.Finished finished, @Nullable Instant dispatchedAt) {
    duration(run, finished);
    if (dispatchedAt != null) {
      work(Duration.between(dispatchedAt, finished.at()));
    }
  }

  private void duration(Run run, RunState.Finished finished) {
    Timer.builder("slipway.run.duration")
        .description("How long runs took from the wish to the outcome")
        .tag("outcome", finished.outcome().name().toLowerCase(Locale.ROOT))
        .publishPercentileHistogram()
        .register(registry)
        .record(Duration.between(run.invocation().at(), finished.at()));
  }

  private void untilDispatched(Run run) {
    Timer.builder("slipway.run.until.dispatched")
        .description("From the wish until the work had left for the backend")
        .publishPercentileHistogram()
        .register(registry)
        .record(Duration.between(run.invocation().at(), clock.instant()));
  }

  private void work(Duration taken) {
    Timer.builder("slipway.run.work")
        .description("How long backends took, from the dispatch to their report of the outcome")
        .publishPercentileHistogram()
        .register(registry)
        .record(taken);
  }

  private void dispatch(String method, String verdict) {
    Counter.builder("slipway.dispatch.attempts")
        .description(
            "Attempts to hand work over: sent, put off until something is back, or failed for good")
        .tag("method", known(method))
        .tag("verdict", verdict)
        .register(registry)
        .increment();
  }

  /** The type comes from a saved action, so it is made one of a closed set. */
  private static String known(String method) {
    return switch (method) {
      case "KAFKA",
          "WEBHOOK",
          "GITHUB",
          "GITLAB",
          "AZURE_DEVOPS",
          "INTEGRATION_ACTION",
          "UPSERT_ENTITY",
          "SLACK",
          "JENKINS" ->
          method;
      default -> "OTHER";
    };
  }

  public void reported(String via, String verdict) {
    Counter.builder("slipway.reports")
        .description(
            "Reports by HTTP or on a topic: accepted, refused, repeated, or dropped as about nothing")
        .tag("via", via)
        .tag("verdict", verdict)
        .register(registry)
        .increment();
  }
}
