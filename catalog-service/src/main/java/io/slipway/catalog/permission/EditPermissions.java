package io.slipway.catalog.permission;

import io.slipway.catalog.access.AccessPolicy;
import io.slipway.catalog.access.PermissionRows;
import io.slipway.catalog.access.Permissions;
import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.change.Fact.DefinitionFact;
import io.slipway.catalog.change.Fact.Kind;
import io.slipway.catalog.change.Ledger;
import io.slipway.catalog.people.People;
import io.slipway.catalog.people.Person;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and changes who may do what with the entities of a blueprint. */
public final class EditPermissions {
  private final Blueprints blueprints;
  private final PermissionRows rows;
  private final People people;
  private final Ledger ledger;
  private final Atomic atomic;
  private final Clock clock;

  public EditPermissions(
      Blueprints blueprints,
      PermissionRows rows,
      People people,
      Ledger ledger,
      Atomic atomic,
      Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
    this.blueprints = blueprints;
    this.rows = rows;
    this.people = people;
    this.atomic = atomic;
  }

  /** Every block, default or said: {@code {entities: {…}}}. */
  public Mono<ObjectNode> read(Caller caller, String blueprint) {
    return blueprints
        .find(caller.organization(), blueprint)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Blueprint", blueprint)))
        .flatMap(
            found ->
                rows.said(caller.organization(), found.id())
                    .map(said -> found.permissions(said).view()));
  }

  /** Puts each block of a body in the place of the one before, and answers all of them. */
  public Mono<ObjectNode> change(Caller caller, String blueprint, JsonNode body) {
    AccessPolicy.mustEditBlueprint(caller, blueprint);
    return atomic.atomically(
        Mono.defer(() -> blueprints.allToEdit(caller.organization()).collectList())
            .flatMap(
                all -> {
                  var found =
                      all.stream()
                          .filter(one -> one.identifier().equals(blueprint))
                          .findFirst()
                          .orElseThrow(() -> Refusal.notFound("Blueprint", blueprint));
                  return change(caller, all, found, body);
                }));
  }

  private Mono<ObjectNode> change(
      Caller caller, List<Blueprint> all, Blueprint blueprint, JsonNode body) {
    return rows.said(caller.organization(), blueprint.id())
        .flatMap(
            said -> {
              var before = blueprint.permissions(said);
              var named = PermissionBody.check(body, before);
              var after = before.changed(body.path("entities"));
              return mustBeKnown(caller, all, named)
                  .then(rows.keep(caller.organization(), blueprint.id(), after))
                  .then(note(caller, before, blueprint.permissions(after)))
                  .thenReturn(blueprint.permissions(after).view());
            });
  }

  private Mono<Void> note(Caller caller, Permissions before, Permissions after) {
    return ledger.noteDefinition(
        new DefinitionFact(
            Kind.UPDATE, "blueprint", after.blueprint(), named(before), named(after)),
        new Doing(caller, Times.shown(clock.instant()), null));
  }

  private static JsonNode named(Permissions permissions) {
    return Json.object().set("permissions", permissions.view());
  }

  private Mono<Void> mustBeKnown(Caller caller, List<Blueprint> all, PermissionBody.Named named) {
    var organization = caller.organization();
    return Mono.zip(
            people.all(organization).map(Person::email).collectList(),
            people.teamNames(organization))
        .doOnNext(
            known -> {
              var teams = new HashSet<>(known.getT2().keySet());
              teams.addAll(known.getT2().values());
              var details = Json.object();
              var unknown = note(details, "invalidUsers", named.users(), lower(known.getT1()));
              unknown |= note(details, "invalidTeams", named.teams(), teams);
              unknown |= note(details, "invalidRoles", named.roles(), roles(all));
              if (unknown) {
                throw invalid(
                    "You cannot give permissions to unknown users, teams or roles", details);
              }
            })
        .then();
  }

  private static boolean note(
      ObjectNode details, String member, Set<String> named, Set<String> known) {
    var unknown =
        named.stream()
            .filter(name -> !known.contains(name) && !known.contains(name.toLowerCase(Locale.ROOT)))
            .toList();
    details.set(member, Json.strings(unknown));
    return !unknown.isEmpty();
  }

  private static Set<String> lower(Collection<String> emails) {
    var lower = new HashSet<String>();
    emails.forEach(email -> lower.add(email.toLowerCase(Locale.ROOT)));
    return lower;
  }

  private static Set<String> roles(List<Blueprint> all) {
    var roles = new HashSet<>(Set.of("Admin", "Member", "Moderator"));
    all.forEach(blueprint -> roles.add(AccessPolicy.moderatorOf(blueprint.identifier())));
    return roles;
  }

  static Refusal invalid(String message, JsonNode details) {
    return Refusal.of(422, "invalid_permissions", message, details);
  }
}
