package io.slipway.actionapi.access;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where credentials are kept. */
public interface Credentials {

  /** Adds credentials, in the transaction of the caller where there is one. */
  Mono<Void> add(Credential credential);

  /** Puts a person's new credentials in the place of the old ones. */
  Mono<Void> replace(Credential credential);

  /**
   * Those with this client id whose organisation is complete; more than one only when a person is
   * in several organisations.
   */
  Flux<Credential> withClientId(String clientId);

  /** The secret that signs for an organisation. */
  Mono<String> signingSecret(String organization);

  /** Whether a token that names these credentials, or this session, still counts. */
  Mono<Boolean> stillCount(String credentialOrSession);
}
