package io.slipway.orchestrator.dispatch;

import io.slipway.orchestrator.dispatch.Rendering.Rendered;
import io.slipway.orchestrator.run.Departure;
import io.slipway.orchestrator.run.Invocation;
import io.slipway.orchestrator.run.Parcel;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Work that is the writing of an entity. */
final class UpsertBackend implements Backend {
  static final String TYPE = EntityUpsert.METHOD;

  private final Rendering rendering;
  private final Clock clock;

  UpsertBackend(Rendering rendering, Clock clock) {
    this.rendering = rendering;
    this.clock = clock;
  }

  @Override
  public Mono<Departure> prepare(Invocation asked) {
    return rendering.of(asked).map(rendered -> depart(asked, rendered));
  }

  private Departure depart(Invocation asked, Rendered rendered) {
    var upsert = EntityUpsert.of(rendered.method(), asked.runId());
    var bytes = upsert.bytes();
    var shown = rendered.shown();
    return new Departure.Ready(
        Parcel.toCall(TYPE, upsert.blueprint(), bytes, bytes, shown, clock.instant()));
  }
}
