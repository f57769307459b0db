package io.slipway.catalog.entity;

import io.slipway.catalog.access.Rights.Touched;
import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.blueprint.Stamp;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.change.Fact.EntityFact;
import io.slipway.catalog.change.Fact.Kind;
import io.slipway.catalog.change.Fact.Subject;
import io.slipway.catalog.change.Ledger;
import io.slipway.catalog.schema.Faults;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the teams and entities that a draft names. */
final class Ends {
  private final Blueprints blueprints;
  private final Entities entities;
  private final Ledger ledger;
  private final EntityRights rights;

  Ends(EntityUseCases.Ports ports) {
    this.blueprints = ports.blueprints();
    this.entities = ports.entities();
    this.ledger = ports.ledger();
    this.rights = new EntityRights(ports.around().permissions());
  }

  /**
   * Teams by their identifiers, where a name will do as well.
   *
   * @throws Refusal 422 naming the first that does not exist
   */
  Mono<List<String>> teams(String organization, List<String> said) {
    if (said.isEmpty()) {
      return Mono.just(List.of());
    }
    return blueprints
        .find(organization, Blueprint.TEAM)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Blueprint", Blueprint.TEAM)))
        .flatMap(
            blueprint ->
                Mono.zip(
                    entities.titled(blueprint, said).collectList(),
                    entities.ends(blueprint, said).collectList()))
        .map(
            found -> {
              var known = new HashMap<String, String>();
              found.getT1().forEach(team -> known.put(team.title(), team.identifier()));
              found.getT2().forEach(team -> known.put(team.identifier(), team.identifier()));
              var teams = new LinkedHashSet<String>();
              for (var name : said) {
                var team = known.get(name);
                if (team == null) {
                  throw Faults.refusal(
                      "invalid_request", "/team", "must name teams, and \"" + name + "\" is none");
                }
                teams.add(team);
              }
              return List.copyOf(teams);
            });
  }

  /**
   * The other ends of all links of a draft; those that do not exist are made, bare, where the
   * request wants that.
   *
   * @param self the entity that links, which may link to itself even before it exists
   * @throws Refusal 404 naming the first that does not exist
   */
  Mono<Map<String, List<Related>>> links(Act act, Draft draft, Related self) {
    var relations = act.blueprint().relations();
    var organization = act.doing().organization();
    return Flux.fromIterable(draft.links().entrySet())
        .filter(said -> !said.getValue().isEmpty())
        .concatMap(
            said -> {
              var relation = relations.get(said.getKey());
              if (relation == null) {
                return Mono.error(Refusal.notFound("Relation", said.getKey()));
              }
              return blueprints
                  .find(organization, relation.target())
                  .switchIfEmpty(Mono.error(() -> Refusal.notFound("Blueprint", relation.target())))
                  .flatMap(target -> ends(act, target, said.getValue(), self))
                  .map(ends -> Map.entry(said.getKey(), ends));
            })
        .collect(
            () -> new LinkedHashMap<String, List<Related>>(draft.kept()),
            (all, one) -> all.put(one.getKey(), one.getValue()))
        .map(all -> all);
  }

  private Mono<List<Related>> ends(Act act, Blueprint target, List<String> said, Related self) {
    return entities
        .ends(target, said)
        .collectMap(end -> target.lookup(end.identifier()))
        .flatMap(
            found -> {
              var known = new HashMap<>(found);
              if (target.id().equals(act.blueprint().id())) {
                known.put(target.lookup(self.identifier()), self);
              }
              return Flux.fromIterable(said)
                  .concatMap(
                      identifier -> {
                        var end = known.get(target.lookup(identifier));
                        return end != null ? Mono.just(end) : missing(act, target, identifier);
                      })
                  .collect(() -> (List<Related>) new ArrayList<Related>(), List::add);
            });
  }

  private Mono<Related> missing(Act act, Blueprint target, String identifier) {
    var options = act.request().options();
    if (!options.createMissing()
        || target.isSystem()
        || !EntityReader.IDENTIFIER.matcher(identifier).matches()) {
      return Mono.error(Refusal.notFound("Entity", identifier));
    }
    return rights
        .of(act.doing().by(), target)
        .flatMap(
            may -> {
              may.mustRegister(List.of(), new Touched(List.of(), List.of()));
              return options.validationOnly()
                  ? Mono.just(new Related(Ids.withPrefix("e_"), identifier, identifier))
                  : make(act.doing(), target, identifier);
            });
  }

  private Mono<Related> make(Doing doing, Blueprint target, String identifier) {
    var subject = new Subject(target.id(), target.identifier(), Ids.withPrefix("e_"), identifier);
    var bare =
        new Entity(
            doing.organization(),
            subject,
            new Entity.Content(identifier, null, List.of(), Json.object(), Map.of()),
            "",
            Stamp.fresh(doing.at(), doing.by().principal()));
    var fact =
        new EntityFact(
            Kind.CREATE,
            subject,
            null,
            EntityView.WHOLE.of(target, bare),
            target.changelogDestination());
    return entities
        .insert(bare)
        .then(ledger.note(fact, doing))
        .thenReturn(new Related(bare.id(), identifier, identifier));
  }
}
