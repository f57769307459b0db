package io.slipway.catalog.blueprint;

import io.slipway.catalog.access.AccessPolicy;
import io.slipway.catalog.blueprint.Renaming.Part;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.change.Fact.BlueprintFact;
import io.slipway.catalog.change.Fact.Kind;
import io.slipway.catalog.change.Refusals;
import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.schema.PropertyRules;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives a property, a mirror or a relation another name; values, links and paths follow. */
public final class RenamePart {
  private final BlueprintUseCases.Ports ports;
  private final Undertaking undertaking;

  /** Made by {@link BlueprintUseCases}. */
  RenamePart(BlueprintUseCases.Ports ports, Undertaking undertaking) {
    this.ports = ports;
    this.undertaking = undertaking;
  }

  /**
   * What is to be renamed.
   *
   * @param place of the new name in the body, as a JSON pointer
   */
  public record Wanted(Part part, String from, String to, String place) {}

  /** Renames, and answers the blueprint with the new name in the place of the old. */
  public Mono<Blueprint> rename(Caller caller, String blueprint, Wanted wanted) {
    var attempted = Json.object().put("from", wanted.from()).put("to", wanted.to());
    return undertaking.noted(
        caller,
        new Refusals.Attempt(Kind.UPDATE, blueprint, null, attempted),
        doing -> {
          AccessPolicy.mustEditBlueprint(caller, blueprint);
          return ports
              .blueprints()
              .allToEdit(caller.organization())
              .collectList()
              .flatMap(all -> apply(doing, all, Undertaking.named(all, blueprint), wanted));
        });
  }

  private Mono<Blueprint> apply(Doing doing, List<Blueprint> all, Blueprint before, Wanted wanted) {
    mustBePossible(before, wanted);
    if (wanted.from().equals(wanted.to())) {
      return Mono.just(before);
    }
    var renaming = Renaming.of(wanted.part(), before, wanted.from(), wanted.to(), all);
    var after =
        before.redefined(
            before.identifier(),
            renaming.in(before),
            before.stamp().changed(doing.at(), doing.by().principal()));
    SystemBlueprints.mustKeepBuiltIn(after);
    var fact =
        new BlueprintFact(
            Kind.UPDATE, after.id(), after.identifier(), null, before.view(), after.view());
    return ports
        .blueprints()
        .update(after)
        .then(values(before, wanted))
        .thenMany(Flux.fromIterable(all))
        .filter(other -> !other.id().equals(before.id()))
        .map(other -> other.redefined(other.identifier(), renaming.in(other), other.stamp()))
        .filter(other -> !all.contains(other))
        .concatMap(ports.blueprints()::update)
        .then(ports.followers().renamed(before, renaming))
        .then(ports.ledger().note(fact, doing))
        .thenReturn(after);
  }

  private static void mustBePossible(Blueprint before, Wanted wanted) {
    var home = wanted.part().home(before.definition());
    if (home == null || !home.has(wanted.from())) {
      throw Refusal.notFound(
          switch (wanted.part()) {
            case PROPERTY -> "Property";
            case MIRROR -> "Mirror property";
            case RELATION -> "Relation";
          },
          wanted.from());
    }
    var faults = new Faults();
    new PropertyRules(faults).checkName(wanted.to(), wanted.place());
    var taken =
        wanted.part() == Part.RELATION
            ? home.has(wanted.to())
            : before.properties().containsKey(wanted.to()) || before.computes(wanted.to());
    if (taken && !wanted.from().equals(wanted.to())) {
      faults.add(wanted.place(), "must NOT repeat the name of another: \"" + wanted.to() + "\"");
    }
    faults.refuseAny("invalid_request");
  }

  private Mono<Void> values(Blueprint before, Wanted wanted) {
    return switch (wanted.part()) {
      case PROPERTY -> ports.values().renameProperty(before, wanted.from(), wanted.to());
      case RELATION -> ports.values().renameRelation(before, wanted.from(), wanted.to());
      case MIRROR -> Mono.empty();
    };
  }
}
