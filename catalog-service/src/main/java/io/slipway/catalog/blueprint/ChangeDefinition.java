package io.slipway.catalog.blueprint;

import io.slipway.catalog.change.Doing;
import io.slipway.catalog.change.Fact.BlueprintFact;
import io.slipway.catalog.change.Fact.Kind;
import io.slipway.catalog.change.Ledger;
import io.slipway.catalog.schema.Faults;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Puts a new definition in the place of an old one, with all that follows from it. */
final class ChangeDefinition {
  private final Blueprints blueprints;
  private final Moderators moderators;
  private final Followers followers;
  private final Ledger ledger;

  ChangeDefinition(BlueprintUseCases.Ports ports) {
    this.blueprints = ports.blueprints();
    this.moderators = ports.moderators();
    this.followers = ports.followers();
    this.ledger = ports.ledger();
  }

  Mono<Blueprint> apply(Doing doing, List<Blueprint> all, Blueprint before, ObjectNode definition) {
    DefinitionValidator.check(definition).refuseAny("invalid_request");
    var identifier = String.valueOf(Json.string(definition, "identifier"));
    mustBeRenamable(all, before, identifier);
    mustKnowTargets(all, before, identifier, definition);
    var followed = DefinitionReferences.renamed(definition, before.identifier(), identifier);
    var after =
        before.redefined(
            identifier, followed, before.stamp().changed(doing.at(), doing.by().principal()));
    SystemBlueprints.mustKeepBuiltIn(after);
    InheritedPath.mustLeadToOwners(after, others(all, before, identifier));
    var faults = new Faults();
    // Seen under the new name, so that a relation to itself has no new target.
    var known = renamed(before, before.identifier(), identifier);
    var meaning = DefinitionChange.between(known, after, faults);
    faults.refuseAny("invalid_request");
    if (Json.text(before.definition()).equals(Json.text(followed))) {
      return Mono.just(before);
    }
    return mustFitLinks(before, meaning)
        .then(blueprints.dropProperties(before, meaning.droppedProperties()))
        .then(blueprints.dropRelations(before, meaning.droppedRelations()))
        .then(blueprints.update(after))
        .then(followRename(all, before, identifier))
        .then(followers.changed(before, after))
        .then(ledger.note(fact(before, after), doing))
        .thenReturn(after);
  }

  private static List<Blueprint> others(List<Blueprint> all, Blueprint before, String identifier) {
    return all.stream()
        .filter(other -> !other.id().equals(before.id()))
        .map(other -> renamed(other, before.identifier(), identifier))
        .toList();
  }

  /** A blueprint that follows the renaming of one that it names. */
  private static Blueprint renamed(Blueprint blueprint, String from, String to) {
    return blueprint.redefined(
        blueprint.identifier().equals(from) ? to : blueprint.identifier(),
        DefinitionReferences.renamed(blueprint.definition(), from, to),
        blueprint.stamp());
  }

  private static void mustBeRenamable(List<Blueprint> all, Blueprint before, String identifier) {
    if (identifier.equals(before.identifier())) {
      return;
    }
    if (before.isSystem() || SystemBlueprints.isSystem(identifier)) {
      throw Faults.refusal("protected_resource", "/identifier", "of a built-in blueprint stays");
    }
    if (all.stream().anyMatch(other -> other.identifier().equals(identifier))) {
      throw Refusal.taken("Blueprint", identifier);
    }
  }

  private static void mustKnowTargets(
      List<Blueprint> all, Blueprint before, String identifier, ObjectNode definition) {
    var known = all.stream().map(Blueprint::identifier).collect(Collectors.toSet());
    known.add(identifier);
    for (var target : DefinitionReferences.targets(definition)) {
      if (!known.contains(target)) {
        throw Refusal.notFound("Blueprint", target);
      }
    }
  }

  private Mono<Void> mustFitLinks(Blueprint before, DefinitionChange meaning) {
    return Flux.fromIterable(meaning.narrowedRelations())
        .concatMap(
            relation ->
                blueprints
                    .entitiesWithSeveral(before, relation)
                    .doOnNext(
                        count -> {
                          if (count > 0) {
                            throw Faults.refusal(
                                "invalid_request",
                                Faults.at("/relations", relation) + "/many",
                                "must stay true while " + count + " entities link to several");
                          }
                        }))
        .then();
  }

  private Mono<Void> followRename(List<Blueprint> all, Blueprint before, String identifier) {
    if (identifier.equals(before.identifier())) {
      return Mono.empty();
    }
    return Flux.fromIterable(others(all, before, identifier))
        .filter(other -> !all.contains(other))
        .concatMap(blueprints::update)
        .then(moderators.renamed(before.organization(), before.identifier(), identifier));
  }

  private static BlueprintFact fact(Blueprint before, Blueprint after) {
    var renamed = !before.identifier().equals(after.identifier());
    return new BlueprintFact(
        Kind.UPDATE,
        after.id(),
        after.identifier(),
        renamed ? before.identifier() : null,
        before.view(),
        after.view());
  }
}
