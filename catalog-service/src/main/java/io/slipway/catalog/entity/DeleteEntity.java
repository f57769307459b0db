package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.change.Fact.EntityFact;
import io.slipway.catalog.change.Fact.Kind;
import io.slipway.catalog.change.Ledger;
import io.slipway.catalog.change.Refusals;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Deletes entities. Whoever points at one by a required relation goes with it, or keeps it alive;
 * whoever points by an optional one loses the link, and nothing is said of that.
 */
public final class DeleteEntity {
  private final Blueprints blueprints;
  private final Entities entities;
  private final Ledger ledger;
  private final Refusals refusals;
  private final Atomic atomic;
  private final TieToRun ties;

  private final EntityRights rights;
  private final InheritedTeams inherited;

  /** Made by {@link EntityUseCases}. */
  DeleteEntity(EntityUseCases.Ports ports, TieToRun ties) {
    this.blueprints = ports.blueprints();
    this.entities = ports.entities();
    this.ledger = ports.ledger();
    this.refusals = new Refusals(ports.ledger());
    this.atomic = ports.atomic();
    this.rights = new EntityRights(ports.around().permissions());
    this.inherited = ports.around().inherited();
    this.ties = ties;
  }

  /** Deletes one, which must exist. */
  public Mono<Void> delete(
      Caller caller,
      String blueprint,
      String identifier,
      boolean dependents,
      @Nullable String runId) {
    return deleteAll(caller, blueprint, List.of(identifier), dependents, runId)
        .flatMap(
            deleted ->
                deleted.isEmpty()
                    ? Mono.error(Refusal.notFound("Entity", identifier))
                    : Mono.empty());
  }

  /** Deletes those that exist, all or none, and answers which they were. */
  public Mono<List<String>> deleteAll(
      Caller caller,
      String blueprint,
      List<String> identifiers,
      boolean dependents,
      @Nullable String runId) {
    return ties.doing(caller, runId)
        .flatMap(
            doing ->
                deleteAll(doing, blueprint, identifiers, dependents)
                    .onErrorResume(
                        Refusal.class, refusal -> refused(refusal, blueprint, identifiers, doing)));
  }

  /** The same as part of a larger act. */
  public Mono<List<String>> deleteAll(
      Doing doing, String blueprint, List<String> identifiers, boolean dependents) {
    return atomic.atomically(Mono.defer(() -> attempt(doing, blueprint, identifiers, dependents)));
  }

  private <T> Mono<T> refused(
      Refusal refusal, String blueprint, List<String> identifiers, Doing doing) {
    var one = identifiers.size() == 1 ? identifiers.getFirst() : "";
    var attempted = Json.object();
    attempted.set("entities", Json.strings(identifiers));
    return refusals.noted(
        refusal, new Refusals.Attempt(Kind.DELETE, blueprint, one, attempted), doing);
  }

  private Mono<List<String>> attempt(
      Doing doing, String identifier, List<String> identifiers, boolean dependents) {
    return blueprints
        .hold(doing.organization(), identifier)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Blueprint", identifier)))
        .flatMap(
            blueprint ->
                rights
                    .of(doing.by(), blueprint)
                    .flatMap(
                        may -> {
                          may.mustBePossible("unregister");
                          return Flux.fromIterable(identifiers)
                              .distinct()
                              .concatMap(one -> entities.lock(blueprint, one))
                              .doOnNext(entity -> may.mustUnregister(entity.content().team()))
                              .collectList()
                              .flatMap(found -> deleteFound(doing, found, dependents));
                        }));
  }

  private Mono<List<String>> deleteFound(Doing doing, List<Entity> found, boolean dependents) {
    if (found.isEmpty()) {
      return Mono.just(List.of());
    }
    return blueprints
        .all(doing.organization())
        .collectMap(Blueprint::id)
        .flatMap(
            known ->
                new Doomed(entities, known, rights, doing, dependents)
                    .spread(found)
                    .flatMap(all -> forget(doing, all, known)))
        .thenReturn(found.stream().map(Entity::identifier).toList());
  }

  private Mono<Void> forget(Doing doing, List<Entity> doomed, Map<String, Blueprint> known) {
    return inherited
        .heirs(doing.organization(), doomed.stream().map(Entity::id).toList())
        .flatMap(
            heirs ->
                entities
                    .delete(doing.organization(), doomed)
                    .then(Mono.defer(() -> inherited.follow(doing.organization(), heirs))))
        .thenMany(Flux.fromIterable(doomed))
        .concatMap(entity -> leave(doing, entity, known))
        .then();
  }

  private Mono<Void> leave(Doing doing, Entity entity, Map<String, Blueprint> known) {
    var blueprint = known.get(entity.subject().blueprintId());
    if (blueprint == null) {
      return Mono.error(
          new IllegalStateException("entity " + entity.id() + " has no blueprint any more"));
    }
    var fact =
        new EntityFact(
            Kind.DELETE,
            entity.subject(),
            EntityView.WHOLE.of(blueprint, entity),
            null,
            blueprint.changelogDestination());
    var disowned =
        blueprint.identifier().equals(Blueprint.TEAM)
            ? entities.disown(doing.organization(), entity.identifier())
            : Mono.<Void>empty();
    return disowned.then(ledger.note(fact, doing));
  }
}
