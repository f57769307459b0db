package io.slipway.catalog.blueprint;

import io.slipway.catalog.access.AccessPolicy;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.change.Fact.BlueprintFact;
import io.slipway.catalog.change.Fact.Kind;
import io.slipway.catalog.change.Ledger;
import io.slipway.catalog.change.Refusals;
import io.slipway.catalog.schema.Faults;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Makes, changes and deletes blueprints, each in one transaction with what it leaves behind. */
public final class EditBlueprints {
  private final Blueprints blueprints;
  private final Moderators moderators;
  private final Ledger ledger;
  private final Undertaking undertaking;
  private final ChangeDefinition change;

  /** Made by {@link BlueprintUseCases}. */
  EditBlueprints(BlueprintUseCases.Ports ports, Undertaking undertaking) {
    this.blueprints = ports.blueprints();
    this.moderators = ports.moderators();
    this.ledger = ports.ledger();
    this.undertaking = undertaking;
    this.change = new ChangeDefinition(ports);
  }

  /** Makes a blueprint. */
  public Mono<Blueprint> create(Caller caller, ObjectNode body) {
    var identifier = Json.string(body, "identifier");
    var attempt =
        new Refusals.Attempt(Kind.CREATE, identifier == null ? "" : identifier, null, body);
    return undertaking.noted(
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
                .concatMap(one -> keep(doing, one.getValue(), List.of()))
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
    return undertaking.noted(
        caller,
        new Refusals.Attempt(Kind.UPDATE, identifier, null, body),
        doing -> {
          AccessPolicy.mustEditBlueprint(caller, identifier);
          return blueprints
              .allToEdit(caller.organization())
              .collectList()
              .flatMap(
                  all -> {
                    var before = Undertaking.named(all, identifier);
                    return change.apply(doing, all, before, definition.apply(before));
                  });
        });
  }

  /** Deletes a blueprint that has no entities and that no other one names as target. */
  public Mono<Void> delete(Caller caller, String identifier) {
    return undertaking.noted(
        caller,
        new Refusals.Attempt(Kind.DELETE, identifier, null, Json.object()),
        doing -> {
          AccessPolicy.mustEditBlueprint(caller, identifier);
          return blueprints
              .allToEdit(caller.organization())
              .collectList()
              .flatMap(all -> delete(doing, all, Undertaking.named(all, identifier)));
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
        .collectList()
        .flatMap(
            all -> {
              var known = all.stream().map(Blueprint::identifier).toList();
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
              return keep(doing, definition, all);
            });
  }

  private Mono<Blueprint> keep(Doing doing, ObjectNode definition, List<Blueprint> others) {
    var blueprint =
        new Blueprint(
            doing.organization(),
            Ids.withPrefix("bp_"),
            String.valueOf(Json.string(definition, "identifier")),
            definition,
            Stamp.fresh(doing.at(), doing.by().principal()));
    InheritedPath.mustLeadToOwners(blueprint, others);
    var fact =
        new BlueprintFact(
            Kind.CREATE, blueprint.id(), blueprint.identifier(), null, null, blueprint.view());
    return blueprints.insert(blueprint).then(ledger.note(fact, doing)).thenReturn(blueprint);
  }
}
