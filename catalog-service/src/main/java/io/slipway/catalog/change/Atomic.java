package io.slipway.catalog.change;

import reactor.core.publisher.Mono;

/** Makes work one transaction. */
public interface Atomic {

  /**
   * Does all of the work or none. Work that met another's on the way (two creations of one
   * identifier, a deadlock) is done again from the start, so it must begin with reading; work
   * inside work belongs to the outer transaction.
   */
  <T> Mono<T> atomically(Mono<T> work);
}
