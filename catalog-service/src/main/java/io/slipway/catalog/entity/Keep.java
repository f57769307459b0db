package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Stamp;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.change.Fact.EntityFact;
import io.slipway.catalog.change.Fact.Kind;
import io.slipway.catalog.change.Fact.Subject;
import io.slipway.catalog.change.Ledger;
import io.slipway.catalog.change.Refusals;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps what was decided, and what a write leaves behind. */
final class Keep {
  private final Entities entities;
  private final TimersArmed timers;
  private final Ledger ledger;
  private final Refusals refusals;
  private final InheritedTeams inherited;

  Keep(EntityUseCases.Ports ports) {
    this.entities = ports.entities();
    this.timers = ports.around().timers();
    this.inherited = ports.around().inherited();
    this.ledger = ports.ledger();
    this.refusals = new Refusals(ports.ledger());
  }

  /** The entity as it will be kept. */
  Entity entity(
      @Nullable Entity existing,
      Subject subject,
      Entity.Content content,
      String datasource,
      Doing doing) {
    var who = doing.by().principal();
    return new Entity(
        doing.organization(),
        subject,
        content,
        datasource,
        existing == null
            ? Stamp.fresh(doing.at(), who)
            : existing.stamp().changed(doing.at(), who));
  }

  /**
   * Keeps an entity and says so. A write that changes nothing is not kept and not said; only a run
   * leaves a trace of it.
   */
  Mono<Entity> keep(Blueprint blueprint, @Nullable Entity existing, Entity after, Doing doing) {
    var view = EntityView.WHOLE.of(blueprint, after);
    var destination = blueprint.changelogDestination();
    if (existing == null) {
      var made = new EntityFact(Kind.CREATE, after.subject(), null, view, destination);
      return entities
          .insert(after)
          .then(follow(blueprint, after))
          .then(ledger.note(made, doing))
          .thenReturn(after);
    }
    var before = EntityView.WHOLE.of(blueprint, existing);
    var fact = new EntityFact(Kind.UPDATE, after.subject(), before, view, destination);
    if (existing.identifier().equals(after.identifier())
        && sameContent(blueprint, existing, after)) {
      return doing.runId() == null
          ? Mono.just(existing)
          : ledger.noteUnchanged(fact, doing).thenReturn(existing);
    }
    return entities
        .update(after)
        .then(follow(blueprint, after))
        .then(bequeath(existing, after))
        .then(ledger.note(fact, doing))
        .thenReturn(after);
  }

  /** Whoever inherits a team through this entity has another one now. */
  private Mono<Void> bequeath(Entity before, Entity after) {
    return Touch.movesTeams(before, after)
        ? inherited
            .heirs(after.organization(), List.of(after.id()))
            .flatMap(heirs -> inherited.follow(after.organization(), heirs))
        : Mono.empty();
  }

  private static boolean sameContent(Blueprint blueprint, Entity before, Entity after) {
    var unstamped =
        new Entity(
            after.organization(),
            after.subject(),
            after.content(),
            after.datasource(),
            before.stamp());
    return Json.text(EntityView.WHOLE.of(blueprint, before))
        .equals(Json.text(EntityView.WHOLE.of(blueprint, unstamped)));
  }

  private Mono<Void> follow(Blueprint blueprint, Entity entity) {
    Map<String, String> moments = new LinkedHashMap<>();
    var any = false;
    for (var property : blueprint.properties().values()) {
      if (property.isTimer()) {
        any = true;
        var text = Json.string(entity.content().properties(), property.identifier());
        if (text != null) {
          moments.put(property.identifier(), text);
        }
      }
    }
    return any ? timers.follow(entity.organization(), entity.id(), moments) : Mono.empty();
  }

  /** The refusal again, written down unless the write was only a trial. */
  <T> Mono<T> refused(WriteEntity.Request request, Doing doing, Refusal refusal) {
    if (request.options().validationOnly()) {
      return Mono.error(refusal);
    }
    var path = request.path();
    var said = path == null ? Json.string(request.body(), "identifier") : path;
    var attempt =
        new Refusals.Attempt(
            WriteEntity.kind(request),
            request.blueprint(),
            said == null ? "" : said,
            request.body());
    return refusals.noted(refusal, attempt, doing);
  }
}
