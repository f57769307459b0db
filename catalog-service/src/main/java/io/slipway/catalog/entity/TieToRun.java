package io.slipway.catalog.entity;

import io.slipway.catalog.change.Doing;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Refusal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * TieToRun a write to the run that it names, before any transaction begins: whoever owns the run is
 * asked by HTTP.
 */
public final class TieToRun {
  private final RunsGoingOn runs;
  private final Clock clock;

  public TieToRun(RunsGoingOn runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
  }

  /** The act; a run that is over does not stop a write, but is not tied to it. */
  public Mono<Doing> doing(Caller caller, @Nullable String runId) {
    if (runId == null) {
      return Mono.fromSupplier(() -> new Doing(caller, Times.shown(clock.instant()), null));
    }
    return runs.standing(caller.organization(), runId)
        .map(
            standing ->
                switch (standing) {
                  case GOING_ON -> new Doing(caller, Times.shown(clock.instant()), runId);
                  case NOT_GOING_ON -> new Doing(caller, Times.shown(clock.instant()), null);
                  case UNKNOWN -> throw Refusal.notFound("Run", runId);
                });
  }
}
