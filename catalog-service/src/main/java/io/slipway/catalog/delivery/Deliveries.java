package io.slipway.catalog.delivery;

import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where records wait to be told. */
public interface Deliveries {

  /**
   * Claims some that are due: the attempt is counted, and nobody else claims them until the lease
   * ends.
   */
  Flux<Delivery> claim(int most, Duration lease);

  /** It was heard: nothing of it is kept. */
  Mono<Void> heard(Delivery delivery);

  /** It was not heard; tried again at that time. */
  Mono<Void> again(Delivery delivery, Instant at, String why);

  /** It will not be tried again; kept with the reason. */
  Mono<Void> givenUp(Delivery delivery, String why);
}
