package io.slipway.actionapi.access;

import reactor.core.publisher.Mono;

/** Hashes passwords slowly, a few at a time, and never on a thread that others need. */
public interface PasswordHasher {

  /** The hash to keep. */
  Mono<String> hash(String password);

  /** Whether this password was hashed to that. */
  Mono<Boolean> matches(String password, String hash);

  /** Takes as long as a match, so that nobody learns which addresses are known. */
  Mono<Boolean> matchesNothing(String password);
}
