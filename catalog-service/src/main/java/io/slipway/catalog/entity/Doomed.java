package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.entity.Entities.Incoming;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds everything that must go together with some entities, circles included. */
final class Doomed {
  private final Entities entities;
  private final Map<String, Blueprint> blueprints;
  private final EntityRights rights;
  private final Doing doing;
  private final boolean mayCascade;
  private final Map<String, Entity> doomed = new LinkedHashMap<>();

  Doomed(
      Entities entities,
      Map<String, Blueprint> blueprints,
      EntityRights rights,
      Doing doing,
      boolean mayCascade) {
    this.rights = rights;
    this.entities = entities;
    this.blueprints = blueprints;
    this.doing = doing;
    this.mayCascade = mayCascade;
  }

  /**
   * All that must go.
   *
   * @throws Refusal 422 {@code has_dependents} when more than the ones given would have to, and may
   *     not
   */
  Mono<List<Entity>> spread(List<Entity> from) {
    from.forEach(entity -> doomed.put(entity.id(), entity));
    return entities
        .incoming(doing.organization(), from.stream().map(Entity::id).toList())
        .filter(link -> !doomed.containsKey(link.source()))
        .filter(this::isRequired)
        .map(Incoming::source)
        .distinct()
        .collectList()
        .flatMap(
            sources ->
                sources.isEmpty()
                    ? Mono.just(List.copyOf(doomed.values()))
                    : entities
                        .byId(doing.organization(), sources)
                        .collectList()
                        .flatMap(this::spreadTo));
  }

  private Mono<List<Entity>> spreadTo(List<Entity> dependents) {
    if (!mayCascade) {
      return Mono.error(hasDependents(dependents));
    }
    return Flux.fromIterable(dependents)
        .concatMap(this::mustBePermitted)
        .then(Mono.defer(() -> spread(dependents)));
  }

  private Mono<Void> mustBePermitted(Entity dependent) {
    var blueprint = blueprints.get(dependent.subject().blueprintId());
    return blueprint == null
        ? Mono.empty()
        : rights
            .of(doing.by(), blueprint)
            .doOnNext(may -> may.mustUnregister(dependent.content().team()))
            .then();
  }

  private boolean isRequired(Incoming link) {
    var blueprint = blueprints.get(link.blueprintId());
    var relation = blueprint == null ? null : blueprint.relations().get(link.relation());
    return relation != null && relation.required();
  }

  private static Refusal hasDependents(List<Entity> dependents) {
    var details = Json.object();
    var list = details.putArray("dependents");
    for (var dependent : dependents) {
      list.addObject()
          .put("blueprint", dependent.subject().blueprint())
          .put("identifier", dependent.identifier());
    }
    return Refusal.of(
        422,
        "has_dependents",
        "This Entity cannot be deleted because "
            + dependents.size()
            + " entities need it by a required relation",
        details);
  }
}
