package io.slipway.orchestrator.dispatch;

import reactor.core.publisher.Mono;

/** Where signing keys come from. */
public interface SigningKeys {

  /** The key of an organization, at most 60 seconds old; an error when it cannot be had now. */
  Mono<SigningKey> of(String organization);
}
