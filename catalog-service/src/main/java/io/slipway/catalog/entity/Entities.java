package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Blueprint;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where entities are kept. Everything belongs to one organisation and never meets another. */
public interface Entities {

  /** One by its identifier, or empty. */
  Mono<Entity> find(Blueprint blueprint, String identifier);

  /** One by its identifier, that nobody else changes until the transaction ends. */
  Mono<Entity> lock(Blueprint blueprint, String identifier);

  /** All of a blueprint, in the order of their creation. */
  Flux<Entity> all(Blueprint blueprint);

  /** Those with these internal ids, in the order of their creation. */
  Flux<Entity> byId(String organization, Collection<String> ids);

  /** Those of a blueprint with these identifiers, as ends of links. */
  Flux<Related> ends(Blueprint blueprint, Collection<String> identifiers);

  /** Those of a blueprint with these titles, as ends of links. */
  Flux<Related> titled(Blueprint blueprint, Collection<String> titles);

  /** Keeps a new one. */
  Mono<Void> insert(Entity entity);

  /** Keeps a changed one, by its internal id. */
  Mono<Void> update(Entity entity);

  /** The links that lead to these entities from others. */
  Flux<Incoming> incoming(String organization, Collection<String> ids);

  /**
   * A link seen from its target.
   *
   * @param source internal id of the entity that links
   * @param blueprintId internal id of its blueprint
   */
  record Incoming(String source, String blueprintId, String relation, String target) {}

  /** Forgets entities, and every link to them. */
  Mono<Void> delete(String organization, List<Entity> entities);

  /** Takes a team off everything that it owns. */
  Mono<Void> disown(String organization, String team);
}
