package io.slipway.catalog.migration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where migrations are kept. */
public interface MigrationRows {

  /** All of an organisation, newest first. */
  Flux<Migration> all(String organization);

  /** One, that nobody else changes until the transaction ends; or empty. */
  Mono<Migration> find(String organization, String id);

  /** Keeps a new one. */
  Mono<Void> insert(Migration migration);

  /** Keeps how far one is. */
  Mono<Void> update(Migration migration);

  /** Takes one that has not ended and that nobody else works on; empty when there is none. */
  Mono<Migration> takeOne();

  /** Identifiers of entities of a blueprint, the first ones made, so many at most. */
  Flux<String> some(String organization, String blueprintId, int most);
}
