package io.slipway.catalog.migration;

import io.slipway.catalog.access.AccessPolicy;
import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.migration.Migration.By;
import io.slipway.catalog.migration.Migration.Progress;
import io.slipway.catalog.migration.Migration.Status;
import io.slipway.catalog.migration.Migration.Wanted;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Refusal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Asks for migrations, looks at them, and calls them off. */
public final class Migrations {
  private final Blueprints blueprints;
  private final MigrationRows rows;
  private final Atomic atomic;
  private final Clock clock;

  public Migrations(Blueprints blueprints, MigrationRows rows, Atomic atomic, Clock clock) {
    this.blueprints = blueprints;
    this.rows = rows;
    this.atomic = atomic;
    this.clock = clock;
  }

  /** Asks for the deletion of all entities of a blueprint, and perhaps of the blueprint itself. */
  public Mono<Migration> deleteAll(Doing doing, String blueprint, boolean blueprintToo) {
    AccessPolicy.mustEditBlueprint(doing.by(), blueprint);
    return atomic.atomically(
        Mono.defer(() -> blueprints.allToEdit(doing.organization()).collectList())
            .flatMap(
                all -> {
                  var found =
                      all.stream()
                          .filter(one -> one.identifier().equals(blueprint))
                          .findFirst()
                          .orElseThrow(() -> Refusal.notFound("Blueprint", blueprint));
                  mustBePossible(found, all, blueprintToo);
                  var wanted = new Wanted(found.id(), blueprint, null, blueprintToo, doing.runId());
                  return keep(doing.by(), wanted);
                }));
  }

  private static void mustBePossible(Blueprint blueprint, List<Blueprint> all, boolean too) {
    if (blueprint.isSystem()) {
      throw Refusal.of(
          422,
          "protected_resource",
          "All entities of blueprint \"" + blueprint.identifier() + "\" cannot be deleted at once");
    }
    var pointing =
        all.stream()
            .filter(other -> !other.id().equals(blueprint.id()))
            .filter(
                other ->
                    other.relations().values().stream()
                        .filter(relation -> relation.target().equals(blueprint.identifier()))
                        .anyMatch(relation -> too || relation.required()))
            .map(Blueprint::identifier)
            .toList();
    if (!pointing.isEmpty()) {
      var details = Json.object().put("blueprint", blueprint.identifier());
      details.set("blueprints", Json.strings(pointing));
      throw Refusal.of(
          422,
          "has_dependents",
          "Blueprint \""
              + blueprint.identifier()
              + "\" is the target of relations of \""
              + String.join("\", \"", pointing)
              + "\"",
          details);
    }
  }

  /**
   * Keeps what entities of a blueprint are to become. It waits: nothing works on mappings yet, and
   * it can be called off.
   */
  public Mono<Migration> map(Caller caller, ObjectNode body) {
    return Mono.defer(
        () -> {
          AccessPolicy.mustBeAdmin(caller, "migrate entities");
          var source = MappingBody.source(body);
          return blueprints
              .find(caller.organization(), source)
              .switchIfEmpty(Mono.error(() -> Refusal.notFound("Blueprint", source)))
              .flatMap(
                  found ->
                      keep(
                          caller,
                          new Wanted(found.id(), source, body.get("mapping"), false, null)));
        });
  }

  private Mono<Migration> keep(Caller caller, Wanted wanted) {
    var now = Times.shown(clock.instant());
    var migration =
        new Migration(
            caller.organization(),
            Ids.withPrefix("mig_"),
            wanted,
            By.of(caller),
            new Progress(Status.PENDING, 0, 0, null, now),
            now);
    return rows.insert(migration).thenReturn(migration);
  }

  /** All, newest first. */
  public Flux<Migration> all(Caller caller) {
    return rows.all(caller.organization());
  }

  /** One, or 404. */
  public Mono<Migration> get(Caller caller, String id) {
    return rows.find(caller.organization(), id)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Migration", id)));
  }

  /** Calls one off that has not ended; what is done stays done. */
  public Mono<Migration> cancel(Caller caller, String id, @Nullable String reason) {
    AccessPolicy.mustBeAdmin(caller, "cancel migrations");
    return atomic.atomically(
        Mono.defer(() -> get(caller, id))
            .flatMap(
                migration -> {
                  var progress = migration.progress();
                  if (progress.status().isFinal()) {
                    throw Refusal.conflict(
                        "Migration \"" + id + "\" has ended: " + progress.status());
                  }
                  var cancelled =
                      migration.with(
                          new Progress(
                              Status.CANCELLED,
                              progress.done(),
                              progress.failed(),
                              reason,
                              Times.shown(clock.instant())));
                  return rows.update(cancelled).thenReturn(cancelled);
                }));
  }
}
