package io.slipway.orchestrator.run;

import reactor.core.publisher.Mono;

/** How the work of a run leaves for its backend. */
public interface Departures {

  /**
   * Fetches, renders and signs what goes to the backend. Called outside of any transaction, since
   * it may ask others; never fails, but says that it cannot be done now, or ever.
   */
  Mono<Departure> prepare(Invocation invocation);
}
