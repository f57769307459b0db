package io.slipway.catalog.blueprint;

import reactor.core.publisher.Mono;

/**
 * Those who moderate a blueprint. A role names its blueprint, so it must follow a rename and end
 * with the blueprint: else it would give rights over whatever takes the name next.
 */
public interface Moderators {

  /** Lets them moderate the same blueprint under its new name. */
  Mono<Void> renamed(String organization, String from, String to);

  /** Takes the role from them. */
  Mono<Void> gone(String organization, String blueprint);
}
