package io.slipway.catalog.search;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.entity.Entities;
import io.slipway.catalog.entity.Entity;
import io.slipway.catalog.entity.EntityView;
import io.slipway.chassis.caller.Caller;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts what is known of the caller in the place of contexts in rules. */
public final class CallerContexts {
  private final Blueprints blueprints;
  private final Entities entities;

  public CallerContexts(Blueprints blueprints, Entities entities) {
    this.blueprints = blueprints;
    this.entities = entities;
  }

  /** The same group of rules, with values in it instead of contexts. */
  public Mono<JsonNode> resolved(Caller caller, JsonNode group) {
    return Mono.zip(
            user(caller, ContextRules.names(group, ContextRules.USER)),
            teams(caller, ContextRules.names(group, ContextRules.TEAMS)))
        .map(known -> new ContextRules(caller.teams(), known.getT1(), known.getT2()).of(group));
  }

  private Mono<List<ObjectNode>> user(Caller caller, boolean wanted) {
    var email = caller.email();
    if (!wanted || email == null) {
      return Mono.just(List.of());
    }
    return blueprints
        .find(caller.organization(), Blueprint.USER)
        .flatMapMany(users -> views(users, entities.find(users, email).flux()))
        .collectList();
  }

  private Mono<List<ObjectNode>> teams(Caller caller, boolean wanted) {
    if (!wanted || caller.teams().isEmpty()) {
      return Mono.just(List.of());
    }
    return blueprints
        .find(caller.organization(), Blueprint.TEAM)
        .flatMapMany(
            teams ->
                views(
                    teams,
                    entities
                        .ends(teams, caller.teams())
                        .map(team -> team.id())
                        .collectList()
                        .flatMapMany(ids -> entities.byId(caller.organization(), ids))))
        .collectList();
  }

  private static Flux<ObjectNode> views(Blueprint blueprint, Flux<Entity> found) {
    return found.map(entity -> EntityView.WHOLE.of(blueprint, entity));
  }
}
