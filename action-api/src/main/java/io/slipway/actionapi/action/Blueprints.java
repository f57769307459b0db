package io.slipway.actionapi.action;

import reactor.core.publisher.Mono;

/** What the catalog knows of blueprints. */
public interface Blueprints {

  /** Whether there is a blueprint of this name. */
  Mono<Boolean> exists(String organization, String identifier);
}
