package io.slipway.catalog.blueprint;

import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.change.Ledger;
import io.slipway.catalog.change.Refusals;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Does something to blueprints in one transaction; a refusal that somebody should know is kept. */
final class Undertaking {
  private final Refusals refusals;
  private final Atomic atomic;
  private final Clock clock;

  Undertaking(Ledger ledger, Atomic atomic, Clock clock) {
    this.refusals = new Refusals(ledger);
    this.atomic = atomic;
    this.clock = clock;
  }

  <T> Mono<T> noted(Caller caller, Refusals.Attempt attempt, Function<Doing, Mono<T>> work) {
    return Mono.defer(
        () -> {
          var doing = new Doing(caller, Times.shown(clock.instant()), null);
          return atomic
              .atomically(Mono.defer(() -> work.apply(doing)))
              .onErrorResume(Refusal.class, refusal -> refusals.noted(refusal, attempt, doing));
        });
  }

  /** The one with this identifier. */
  static Blueprint named(List<Blueprint> all, String identifier) {
    return all.stream()
        .filter(one -> one.identifier().equals(identifier))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("Blueprint", identifier));
  }
}
