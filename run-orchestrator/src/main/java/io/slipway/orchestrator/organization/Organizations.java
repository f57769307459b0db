package io.slipway.orchestrator.organization;

import reactor.core.publisher.Mono;

/** The organizations that are gone; of those that are there, nothing need be known. */
public interface Organizations {

  /** Erases all that is an organization's, and remembers its id. Repeated, it changes nothing. */
  Mono<Void> erase(String organization);

  /** True when it has been erased. */
  Mono<Boolean> isErased(String organization);
}
