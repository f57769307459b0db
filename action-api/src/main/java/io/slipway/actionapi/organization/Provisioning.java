package io.slipway.actionapi.organization;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** The organisations for which something is still to be done, each a row with a due time. */
public interface Provisioning {

  /** A turn at one of them, which nobody else has for as long as the lease lasts. */
  record Turn(String organization, int attempt) {}

  /** Takes a turn at one that is due; empty when none is. */
  Mono<Turn> claim(Duration lease);

  /** Puts it off after a failure. */
  Mono<Void> putOff(String organization, Duration pause, String why);
}
