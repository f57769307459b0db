package io.slipway.orchestrator.run;

import io.slipway.orchestrator.run.Signal.Invoked;
import reactor.core.publisher.Mono;

/**
 * Begins the run that an invocation asks for. The same invocation may come by Kafka, be handed over
 * by the edge or be fetched from it; it begins one run.
 */
public final class BeginRun {
  private static final Departure NOT_YET = new Departure.Later("It waits for approval");

  private final Runs runs;
  private final Departures departures;

  public BeginRun(Runs runs, Departures departures) {
    this.runs = runs;
    this.departures = departures;
  }

  /** True when it began just now; false when it had begun before, or its organization is gone. */
  public Mono<Boolean> begin(Invocation invocation) {
    var departure =
        invocation.approval() == ApprovalRule.NONE
            ? departures.prepare(invocation)
            : Mono.just(NOT_YET);
    return departure.flatMap(prepared -> runs.begin(first(invocation, prepared)));
  }

  private static Step.Moved first(Invocation invocation, Departure departure) {
    var invoked = new Invoked(invocation.by(), invocation.at(), departure);
    return switch (RunLifecycle.step(Run.of(invocation), invoked)) {
      case Step.Moved moved -> moved;
      case Step.Unmoved unmoved ->
          throw new IllegalStateException("nothing begins a run: " + unmoved.why());
    };
  }
}
