package io.slipway.catalog.blueprint;

import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where blueprints are kept. Everything belongs to one organisation and never meets another. */
public interface Blueprints {

  /** All, in the order of their creation. */
  Flux<Blueprint> all(String organization);

  /** One by its identifier, or empty. */
  Mono<Blueprint> find(String organization, String identifier);

  /** One by its identifier, whose definition stays as it is until the transaction ends. */
  Mono<Blueprint> hold(String organization, String identifier);

  /**
   * All, to change definitions in a transaction: whoever else wants to waits, so that no target
   * vanishes while it is being named.
   */
  Flux<Blueprint> allToEdit(String organization);

  /** Keeps a new one. */
  Mono<Void> insert(Blueprint blueprint);

  /** Keeps a changed one, by its internal id. */
  Mono<Void> update(Blueprint blueprint);

  /** Forgets one; it has no entities any more. */
  Mono<Void> delete(Blueprint blueprint);

  /** How many entities there are of it. */
  Mono<Long> entities(Blueprint blueprint);

  /** How many of its entities link to several others through a relation. */
  Mono<Long> entitiesWithSeveral(Blueprint blueprint, String relation);

  /** Drops the values of properties from all its entities. */
  Mono<Void> dropProperties(Blueprint blueprint, Set<String> properties);

  /** Drops the links of relations from all its entities. */
  Mono<Void> dropRelations(Blueprint blueprint, Set<String> relations);
}
