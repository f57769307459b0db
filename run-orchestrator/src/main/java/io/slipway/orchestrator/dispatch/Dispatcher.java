package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.json.Times;
import io.slipway.chassis.trace.Traces;
import io.slipway.orchestrator.dispatch.DueDispatches.Due;
import io.slipway.orchestrator.dispatch.DueDispatches.Parked;
import io.slipway.orchestrator.run.Actor;
import io.slipway.orchestrator.run.Departure;
import io.slipway.orchestrator.run.Departures;
import io.slipway.orchestrator.run.RunLifecycle;
import io.slipway.orchestrator.run.Runs;
import io.slipway.orchestrator.run.Runs.Advanced;
import io.slipway.orchestrator.run.Sight;
import io.slipway.orchestrator.run.Signal.Departed;
import io.slipway.orchestrator.run.Signal.DispatchFailed;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sends off what could not leave when it was asked for, and ends runs whose message never will. It
 * only looks now and then: hardly anything is ever due.
 */
public final class Dispatcher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final int AT_ONCE = 50;
  private static final int SIDE_BY_SIDE = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DueDispatches due;
  private final Runs runs;
  private final Departures departures;
  private final Traces traces;
  private final Clock clock;
  private final Disposable.Swap looking = Disposables.swap();

  public Dispatcher(
      DueDispatches due, Runs runs, Departures departures, Traces traces, Clock clock) {
    this.due = due;
    this.runs = runs;
    this.departures = departures;
    this.traces = traces;
    this.clock = clock;
  }

  /** Begins to look. */
  public void start(Duration every) {
    looking.update(
        Flux.interval(every)
            .onBackpressureDrop()
            .concatMap(
                tick ->
                    round()
                        .onErrorResume(
                            failure -> {
                              log.warn("dispatches are looked at again: {}", failure.toString());
                              return Mono.empty();
                            }),
                0)
            .subscribe());
  }

  /** Looks once. */
  Mono<Void> round() {
    return due.claim(AT_ONCE)
        .flatMap(this::traced, SIDE_BY_SIDE)
        .then(Mono.defer(() -> due.parked().flatMap(this::fail, SIDE_BY_SIDE).then()));
  }

  /** Goes on with the trace in which it was wanted, on a thread that may wait. */
  private Mono<Void> traced(Due claimed) {
    return Mono.<Void>fromRunnable(
            () ->
                traces.within(
                    claimed.traceparent(),
                    "dispatch later",
                    () -> traces.carried(leave(claimed)).block(PATIENCE)))
        .subscribeOn(Schedulers.boundedElastic())
        .onErrorResume(
            failure -> {
              log.warn("run {} leaves later: {}", claimed.run(), failure.toString());
              return Mono.empty();
            });
  }

  /** Fetches first, then locks the run; if it has ended meanwhile, nothing leaves. */
  private Mono<Void> leave(Due claimed) {
    return runs.find(Sight.everything(claimed.organization()), claimed.run())
        .flatMap(run -> departures.prepare(run.invocation()))
        .filter(departure -> !(departure instanceof Departure.Later))
        .flatMap(departure -> depart(claimed, departure));
  }

  private Mono<Void> depart(Due claimed, Departure departure) {
    return runs.advance(
            claimed.organization(),
            claimed.run(),
            null,
            run ->
                RunLifecycle.step(
                    run, new Departed(Actor.SLIPWAY, Times.shown(clock.instant()), departure)))
        .flatMap(
            advanced ->
                departure instanceof Departure.Ready && advanced instanceof Advanced.Applied
                    ? Mono.empty()
                    : due.drop(claimed.run()));
  }

  private Mono<Void> fail(Parked parked) {
    var why = "The message was refused by the broker: " + parked.reason();
    return runs.advance(
            parked.organization(),
            parked.run(),
            null,
            run ->
                RunLifecycle.step(
                    run, new DispatchFailed(Actor.SLIPWAY, Times.shown(clock.instant()), why)))
        .then();
  }

  @Override
  public void close() {
    looking.dispose();
  }
}
