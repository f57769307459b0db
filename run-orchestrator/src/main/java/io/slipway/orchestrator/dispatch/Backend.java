package io.slipway.orchestrator.dispatch;

import io.slipway.orchestrator.run.Departure;
import io.slipway.orchestrator.run.Invocation;
import reactor.core.publisher.Mono;

/** A way in which work is carried out. */
interface Backend {

  /** Renders and signs; an error means that it cannot be done now. */
  Mono<Departure> prepare(Invocation invocation);
}
