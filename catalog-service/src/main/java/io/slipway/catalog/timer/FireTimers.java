package io.slipway.catalog.timer;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.change.Fact.TimerFact;
import io.slipway.catalog.change.Ledger;
import io.slipway.catalog.entity.Entities;
import io.slipway.catalog.entity.Entity;
import io.slipway.catalog.entity.EntityView;
import io.slipway.catalog.timer.Timers.Due;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Times;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;

/** Says of each timer that it ran out, once, in the transaction that marks it. */
public final class FireTimers {
  private static final String SELF = "catalog-service";

  private final Timers timers;
  private final Entities entities;
  private final Blueprints blueprints;
  private final Ledger ledger;
  private final Atomic atomic;
  private final Clock clock;

  public FireTimers(
      Timers timers,
      Entities entities,
      Blueprints blueprints,
      Ledger ledger,
      Atomic atomic,
      Clock clock) {
    this.timers = timers;
    this.entities = entities;
    this.blueprints = blueprints;
    this.ledger = ledger;
    this.atomic = atomic;
    this.clock = clock;
  }

  /** Fires one timer after the other until none is due; answers how many. */
  public Mono<Long> fireDue() {
    return Mono.defer(() -> atomic.atomically(timers.takeOne().flatMap(this::fire).hasElement()))
        .repeat()
        .takeWhile(fired -> fired)
        .count();
  }

  private Mono<Due> fire(Due due) {
    var organization = due.organization();
    return entities
        .byId(organization, List.of(due.entityId()))
        .next()
        .flatMap(
            entity ->
                blueprints
                    .find(organization, entity.subject().blueprint())
                    .flatMap(blueprint -> say(due, blueprint, entity)))
        .thenReturn(due);
  }

  private Mono<Void> say(Due due, Blueprint blueprint, Entity entity) {
    var fact =
        new TimerFact(
            entity.subject(),
            due.property(),
            due.value(),
            EntityView.WHOLE.of(blueprint, entity),
            blueprint.changelogDestination());
    var self = Caller.service(due.organization(), SELF);
    return ledger.note(fact, new Doing(self, Times.shown(clock.instant()), null));
  }
}
