package io.slipway.catalog.definition;

import io.slipway.catalog.definition.Definition.Kind;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where definitions are kept. Everything belongs to one organisation and never meets another. */
public interface Definitions {

  /**
   * Whose definitions are meant.
   *
   * @param blueprintId internal id of the blueprint that they belong to, or null when to none
   */
  record Scope(String organization, Kind kind, @Nullable String blueprintId) {}

  /** All of a scope, in the order of their creation. */
  Flux<Definition> all(Scope scope);

  /** All of a kind, of whatever blueprint, in the order of their creation. */
  Flux<Definition> everywhere(String organization, Kind kind);

  /** One by its identifier, that nobody else changes until the transaction ends; or empty. */
  Mono<Definition> find(Scope scope, String identifier);

  /** Keeps a new one. */
  Mono<Void> insert(Definition definition);

  /** Keeps a changed one, by its internal id. */
  Mono<Void> update(Definition definition);

  /** Forgets one. */
  Mono<Void> delete(Definition definition);
}
