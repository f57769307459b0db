package io.slipway.catalog.timer;

import reactor.core.publisher.Mono;

/** Where timers wait. A timer fires once for each value; a new value arms it anew. */
public interface Timers {

  /**
   * Takes one timer that is due and marks it fired; nobody else takes it, and its entity stays as
   * it is, until the transaction ends. Empty when none is due.
   */
  Mono<Due> takeOne();

  /** A timer that is due. */
  record Due(String organization, String entityId, String property, String value) {}
}
