package io.slipway.orchestrator.run;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.problem.Refusal;
import reactor.core.publisher.Mono;

/**
 * Finds a run. Whoever was answered 202 may ask before the invocation has come by Kafka, so what is
 * not there is fetched from the edge before anybody is told that it does not exist.
 */
public final class FindRun {
  private final Runs runs;
  private final Invocations invocations;
  private final BeginRun beginRun;

  public FindRun(Runs runs, Invocations invocations, BeginRun beginRun) {
    this.runs = runs;
    this.invocations = invocations;
    this.beginRun = beginRun;
  }

  /** The run; empty when there is none that may be seen. */
  public Mono<Run> find(Sight sight, RunId id) {
    return runs.find(sight, id)
        .switchIfEmpty(
            Mono.defer(() -> fetch(sight.organization(), id).flatMap(_ -> runs.find(sight, id))));
  }

  /** The run as a caller sees it; 404 when there is none that they may see. */
  public Mono<Run> seenBy(Caller caller, RunId id) {
    return find(Sight.of(caller), id)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Run", id.value())));
  }

  /** Begins a run that has not been heard of yet; empty when the edge knows none either. */
  Mono<Boolean> fetch(String organization, RunId id) {
    if (!id.isWellFormed()) {
      return Mono.empty();
    }
    return invocations
        .fetch(organization, id)
        .filter(fetched -> fetched.organization().equals(organization))
        .flatMap(beginRun::begin);
  }
}
