package io.slipway.catalog.blueprint;

import reactor.core.publisher.Mono;

/** What entities hold under the names that a blueprint gives; it follows when a name changes. */
public interface StoredValues {

  /** Moves the values of a property, and its timers, to another name. */
  Mono<Void> renameProperty(Blueprint blueprint, String from, String to);

  /** Moves the links of a relation to another name. */
  Mono<Void> renameRelation(Blueprint blueprint, String from, String to);
}
