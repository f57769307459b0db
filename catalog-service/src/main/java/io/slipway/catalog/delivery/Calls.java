package io.slipway.catalog.delivery;

import reactor.core.publisher.Mono;

/** Makes a call to an address that a user chose. */
public interface Calls {

  /** What became of a call. */
  sealed interface Answer {
    /** It was taken. */
    record Taken() implements Answer {}

    /** It may be taken another time. */
    record NotNow(String why) implements Answer {}

    /** It will never be taken, or must not be made. */
    record Never(String why) implements Answer {}
  }

  /** Posts a record, signed; an error only when it could not even be tried. */
  Mono<Answer> post(Delivery delivery);
}
