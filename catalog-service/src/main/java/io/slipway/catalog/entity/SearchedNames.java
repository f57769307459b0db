package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.blueprint.RelationDefinition;
import io.slipway.catalog.schema.Faults;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts identifiers in the place of the searches that a body may hold instead of them. */
final class SearchedNames {
  /** As many as a relation to many may find. */
  private static final int MOST = 100;

  private final Blueprints blueprints;
  private final FindEntities find;

  SearchedNames(Blueprints blueprints, FindEntities find) {
    this.blueprints = blueprints;
    this.find = find;
  }

  /**
   * The body with identifiers only. What is no search stays as it is, right or wrong.
   *
   * @param named whether the path names the entity already, so that its identifier is none to find
   * @throws Refusal 404 when no entity has the identifier wanted, 422 when several have one of
   *     which there must be one
   */
  Mono<ObjectNode> found(Caller caller, Blueprint blueprint, ObjectNode body, boolean named) {
    var found = body.deepCopy();
    return identifier(caller, blueprint, found, named)
        .then(team(caller, found))
        .then(relations(caller, blueprint, found))
        .thenReturn(found);
  }

  private Mono<Void> identifier(
      Caller caller, Blueprint blueprint, ObjectNode body, boolean named) {
    var group = body.get("identifier");
    if (named || group == null || !group.isObject()) {
      return Mono.empty();
    }
    return names(caller, blueprint, group, "/identifier", 2)
        .doOnNext(
            names -> {
              if (names.isEmpty()) {
                throw Refusal.notFound("Entity", Json.text(group));
              }
              body.put("identifier", one(names, "/identifier"));
            })
        .then();
  }

  private Mono<Void> team(Caller caller, ObjectNode body) {
    var group = body.get("team");
    if (group == null || !group.isObject()) {
      return Mono.empty();
    }
    return target(caller, Blueprint.TEAM)
        .flatMap(teams -> names(caller, teams, group, "/team", MOST))
        .doOnNext(names -> body.set("team", Json.strings(names)))
        .then();
  }

  private Mono<Void> relations(Caller caller, Blueprint blueprint, ObjectNode body) {
    if (!(body.get("relations") instanceof ObjectNode relations)) {
      return Mono.empty();
    }
    return Flux.fromIterable(blueprint.relations().values())
        .filter(relation -> relations.path(relation.identifier()).isObject())
        .concatMap(relation -> relation(caller, relation, relations))
        .then();
  }

  private Mono<Void> relation(Caller caller, RelationDefinition relation, ObjectNode relations) {
    var name = relation.identifier();
    var place = Faults.at("/relations", name);
    JsonNode group = relations.path(name);
    return target(caller, relation.target())
        .flatMap(target -> names(caller, target, group, place, relation.many() ? MOST : 2))
        .doOnNext(
            names -> {
              if (relation.many()) {
                relations.set(name, Json.strings(names));
              } else if (names.isEmpty()) {
                relations.putNull(name);
              } else {
                relations.put(name, one(names, place));
              }
            })
        .then();
  }

  private Mono<Blueprint> target(Caller caller, String identifier) {
    return blueprints
        .find(caller.organization(), identifier)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Blueprint", identifier)));
  }

  private Mono<List<String>> names(
      Caller caller, Blueprint blueprint, JsonNode group, String place, int most) {
    return find.matching(caller, blueprint, group, place, most)
        .map(Entity::identifier)
        .collectList();
  }

  private static String one(List<String> names, String place) {
    if (names.size() > 1) {
      throw Faults.refusal("invalid_request", place, "must match one entity, and matches several");
    }
    return names.getFirst();
  }
}
