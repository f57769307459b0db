package io.slipway.catalog.entity;

import io.slipway.catalog.access.AccessPolicy;
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

  Ends(Blueprints blueprints, Entities entities, Ledger ledger) {
    this.blueprints = blueprints;
    this.entities = entities;
    this.ledger = ledger;
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
   * The other ends of all links of a draft.
   *
   * @param self the entity that links, which may link to itself even before it exists
   * @param createMissing whether ends that do not exist are made, bare
   * @throws Refusal 404 naming the first that does not exist
   */
  Mono<Map<String, List<Related>>> links(
      Blueprint blueprint, Draft draft, Related self, boolean createMissing, Doing doing) {
    var relations = blueprint.relations();
    return Flux.fromIterable(draft.links().entrySet())
        .filter(said -> !said.getValue().isEmpty())
        .concatMap(
            said -> {
              var relation = relations.get(said.getKey());
              if (relation == null) {
                return Mono.error(Refusal.notFound("Relation", said.getKey()));
              }
              return blueprints
                  .find(doing.organization(), relation.target())
                  .switchIfEmpty(Mono.error(() -> Refusal.notFound("Blueprint", relation.target())))
                  .flatMap(
                      target ->
                          ends(blueprint, target, said.getValue(), self, createMissing, doing))
                  .map(ends -> Map.entry(said.getKey(), ends));
            })
        .collect(
            () -> new LinkedHashMap<String, List<Related>>(draft.kept()),
            (all, one) -> all.put(one.getKey(), one.getValue()))
        .map(all -> all);
  }

  private Mono<List<Related>> ends(
      Blueprint source,
      Blueprint target,
      List<String> said,
      Related self,
      boolean createMissing,
      Doing doing) {
    return entities
        .ends(target, said)
        .collectMap(end -> target.lookup(end.identifier()))
        .flatMap(
            found -> {
              var known = new HashMap<>(found);
              if (target.id().equals(source.id())) {
                known.put(target.lookup(self.identifier()), self);
              }
              return Flux.fromIterable(said)
                  .concatMap(
                      identifier -> {
                        var end = known.get(target.lookup(identifier));
                        return end != null
                            ? Mono.just(end)
                            : missing(target, identifier, createMissing, doing);
                      })
                  .collect(() -> (List<Related>) new ArrayList<Related>(), List::add);
            });
  }

  private Mono<Related> missing(
      Blueprint target, String identifier, boolean createMissing, Doing doing) {
    if (!createMissing
        || target.isSystem()
        || !EntityReader.IDENTIFIER.matcher(identifier).matches()) {
      return Mono.error(Refusal.notFound("Entity", identifier));
    }
    AccessPolicy.mustWriteEntities(doing.by(), target.identifier(), "register");
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
