package io.slipway.catalog.blueprint;

import io.slipway.catalog.access.AccessPolicy;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.change.Fact.BlueprintFact;
import io.slipway.catalog.change.Fact.Kind;
import io.slipway.catalog.change.Ledger;
import io.slipway.catalog.change.Refusals;
import io.slipway.catalog.schema.Faults;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Makes, changes and deletes blueprints, each in one transaction with what it leaves behind. */
public final class EditBlueprints {
  private final Blueprints blueprints;
  private final Moderators moderators;
  private final Ledger ledger;
  private final Refusals refusals;
  private final Atomic atomic;
  private final Clock clock;
  private final ChangeDefinition change;

  public EditBlueprints(
      Blueprints blueprints, Moderators moderators, Ledger ledger, Atomic atomic, Clock clock) {
    this.blueprints = blueprints;
    this.moderators = moderators;
    this.ledger = ledger;
    this.refusals = new Refusals(ledger);
    this.atomic = atomic;
    this.clock = clock;
    this.change = new ChangeDefinition(blueprints, moderators, ledger);
  }

  /** Makes a blueprint. */
  public Mono<Blueprint> create(Caller caller, ObjectNode body) {
    var identifier = Json.string(body, "identifier");
    var attempt =
        new Refusals.Attempt(Kind.CREATE, identifier == null ? "" : identifier, null, body);
    return noted(
        caller,
        attempt,
        doing -> {
          AccessPolicy.mustBeAdmin(caller, "create blueprints");
          var definition = DefinitionMerge.whole(body, null);
          DefinitionValidator.check(definition).refuseAny("invalid_request");
          return insert(doing, definition);
        });
  }

  /** Makes the built-in blueprints where they are missing. */
  public Mono<Void> createBuiltIn(Doing doing) {
    return Mono.defer(
        () ->
            blueprints
                .allToEdit(doing.organization())
                .map(Blueprint::identifier)
                .collectList()
                .flatMapIterable(
                    known ->
                        SystemBlueprints.all().entrySet().stream()
                            .filter(one -> !known.contains(one.getKey()))
                            .toList())
                .concatMap(one -> keep(doing, one.getValue()))
                .then());
  }

  /** Replaces a definition; what the body lacks goes. */
  public Mono<Blueprint> replace(Caller caller, String identifier, ObjectNode body) {
    return edit(
        caller, identifier, body, before -> DefinitionMerge.whole(body, before.identifier()));
  }

  /** Changes what the body names. */
  public Mono<Blueprint> patch(Caller caller, String identifier, ObjectNode body) {
    return edit(
        caller, identifier, body, before -> DefinitionMerge.patched(before.definition(), body));
  }

  private Mono<Blueprint> edit(
      Caller caller,
      String identifier,
      ObjectNode body,
      Function<Blueprint, ObjectNode> definition) {
    return noted(
        caller,
        new Refusals.Attempt(Kind.UPDATE, identifier, null, body),
        doing -> {
          AccessPolicy.mustEditBlueprint(caller, identifier);
          return blueprints
              .allToEdit(caller.organization())
              .collectList()
              .flatMap(
                  all -> {
                    var before = named(all, identifier);
                    return change.apply(doing, all, before, definition.apply(before));
                  });
        });
  }

  /** Deletes a blueprint that has no entities and that no other one names as target. */
  public Mono<Void> delete(Caller caller, String identifier) {
    return noted(
        caller,
        new Refusals.Attempt(Kind.DELETE, identifier, null, Json.object()),
        doing -> {
          AccessPolicy.mustEditBlueprint(caller, identifier);
          return blueprints
              .allToEdit(caller.organization())
              .collectList()
              .flatMap(all -> delete(doing, all, named(all, identifier)));
        });
  }

  /** Does something in one transaction; a refusal that somebody should know of is kept. */
  private <T> Mono<T> noted(
      Caller caller, Refusals.Attempt attempt, Function<Doing, Mono<T>> work) {
    return Mono.defer(
        () -> {
          var doing = new Doing(caller, Times.shown(clock.instant()), null);
          return atomic
              .atomically(Mono.defer(() -> work.apply(doing)))
              .onErrorResume(Refusal.class, refusal -> refusals.noted(refusal, attempt, doing));
        });
  }

  private Mono<Void> delete(Doing doing, List<Blueprint> all, Blueprint blueprint) {
    if (blueprint.isSystem()) {
      throw Refusal.of(
          422,
          "protected_resource",
          "Blueprint \"" + blueprint.identifier() + "\" is built in and cannot be deleted");
    }
    return blueprints
        .entities(blueprint)
        .flatMap(
            count -> {
              Dependents.mustBeNone(blueprint, count, all);
              var fact =
                  new BlueprintFact(
                      Kind.DELETE,
                      blueprint.id(),
                      blueprint.identifier(),
                      null,
                      blueprint.view(),
                      null);
              return blueprints
                  .delete(blueprint)
                  .then(moderators.gone(doing.organization(), blueprint.identifier()))
                  .then(ledger.note(fact, doing));
            });
  }

  private Mono<Blueprint> insert(Doing doing, ObjectNode definition) {
    return blueprints
        .allToEdit(doing.organization())
        .map(Blueprint::identifier)
        .collectList()
        .flatMap(
            known -> {
              var identifier = definition.path("identifier").asString();
              if (known.contains(identifier)) {
                throw Refusal.taken("Blueprint", identifier);
              }
              if (SystemBlueprints.isSystem(identifier)) {
                throw Faults.refusal("protected_resource", "/identifier", "is reserved");
              }
              for (var target : DefinitionReferences.targets(definition)) {
                if (!target.equals(identifier) && !known.contains(target)) {
                  throw Refusal.notFound("Blueprint", target);
                }
              }
              return keep(doing, definition);
            });
  }

  private Mono<Blueprint> keep(Doing doing, ObjectNode definition) {
    var blueprint =
        new Blueprint(
            doing.organization(),
            Ids.withPrefix("bp_"),
            String.valueOf(Json.string(definition, "identifier")),
            definition,
            Stamp.fresh(doing.at(), doing.by().principal()));
    var fact =
        new BlueprintFact(
            Kind.CREATE, blueprint.id(), blueprint.identifier(), null, null, blueprint.view());
    return blueprints.insert(blueprint).then(ledger.note(fact, doing)).thenReturn(blueprint);
  }

  private static Blueprint named(List<Blueprint> all, String identifier) {
    return all.stream()
        .filter(one -> one.identifier().equals(identifier))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("Blueprint", identifier));
  }
}
