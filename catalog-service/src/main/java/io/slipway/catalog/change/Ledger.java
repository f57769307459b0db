package io.slipway.catalog.change;

import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Where facts are written down and said. */
public interface Ledger {

  /** Writes down and says a fact, in the transaction of the change. */
  Mono<Void> note(Fact fact, Doing doing);

  /** Writes down that a run touched an entity without changing it; nothing is said. */
  Mono<Void> noteUnchanged(Fact.EntityFact fact, Doing doing);

  /**
   * Writes down that a change was refused.
   *
   * @param context what it was about, as far as known: {@code {blueprint, entity}}
   * @param attempted what was to be
   */
  Mono<Void> noteRefused(
      Fact.Kind kind,
      String resource,
      JsonNode context,
      JsonNode attempted,
      String why,
      Doing doing);

  /** Writes down that something was defined otherwise; nothing is said of it. */
  Mono<Void> noteDefinition(Fact.DefinitionFact fact, Doing doing);
}
