package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.chassis.caller.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Finds entities for somebody, who sees only what they may read. */
public interface FindEntities {

  /** All of a blueprint, in the order of their creation. */
  Flux<Entity> all(Caller caller, Blueprint blueprint);

  /** How many there are of a blueprint. */
  Mono<Long> count(Caller caller, Blueprint blueprint);

  /** One by its identifier; empty too when it may not be read. */
  Mono<Entity> one(Caller caller, Blueprint blueprint, String identifier);

  /**
   * Those of a blueprint that a group of search rules matches, in the order of their creation.
   *
   * @param pointer where the group stands in the body
   * @param most how many at most
   */
  Flux<Entity> matching(
      Caller caller, Blueprint blueprint, JsonNode group, String pointer, int most);
}
