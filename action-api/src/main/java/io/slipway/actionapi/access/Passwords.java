package io.slipway.actionapi.access;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where people's passwords are kept, hashed. */
public interface Passwords {

  /** A hashed password, and the session that tokens granted for it name. */
  record Kept(String organization, String email, String hash, String session) {}

  /** Sets a password and ends the tokens that the old one granted. */
  Mono<Void> set(String organization, String email, String hash, Instant at);

  /** Those of this address in organisations that are complete. */
  Flux<Kept> of(String email);
}
