package io.slipway.notifier.delivery;

import io.slipway.notifier.channel.Channel;
import java.time.Duration;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where deliveries are kept; all times are the database's. */
public interface Deliveries {

  /**
   * Keeps deliveries, in the transaction of the caller where there is one; what is kept already
   * stays as it is.
   */
  Mono<Void> keep(Collection<Delivery> deliveries);

  /** Claims what is due, for as long as the lease; each claim counts an attempt. */
  Flux<Claim> claim(Channel.Kind kind, int most, Duration lease);

  /** The recipient has it. */
  Mono<Void> delivered(Claim claim);

  /** It is due again after this pause. */
  Mono<Void> again(Claim claim, Duration pause, String why);

  /** It is not tried again; its run is to be told. */
  Mono<Void> givenUp(Claim claim, String why);

  /** What was given up and is untold; comes again after this pause unless it is {@link #told}. */
  Flux<GivenUp> untold(int most, Duration pause);

  /** Its run knows. */
  Mono<Void> told(GivenUp givenUp);
}
