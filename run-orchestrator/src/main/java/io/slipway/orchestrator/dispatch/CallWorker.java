package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.trace.Traces;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Makes the calls that are due: claims, calls, records, in this order and each in a breath of its
 * own, so that a call is never made inside of a transaction and one that nobody recorded is made
 * again.
 */
public final class CallWorker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CallWorker.class);

  private final DueCalls due;
  private final Map<String, Carrier> carriers;
  private final CallOutcomes outcomes;
  private final CallsDue signal;
  private final Traces traces;
  private final CallSettings settings;
  private final AtomicInteger free;
  private final Scheduler threads;
  private final Disposable.Swap looking = Disposables.swap();

  public CallWorker(
      DueCalls due,
      List<Carrier> carriers,
      CallOutcomes outcomes,
      CallsDue signal,
      Traces traces,
      CallSettings settings) {
    this.due = due;
    this.carriers =
        carriers.stream().collect(Collectors.toMap(Carrier::method, Function.identity()));
    this.outcomes = outcomes;
    this.signal = signal;
    this.traces = traces;
    this.settings = settings;
    this.free = new AtomicInteger(settings.atOnce());
    this.threads = Schedulers.newBoundedElastic(settings.atOnce(), Integer.MAX_VALUE, "calls");
  }

  /** Begins to look. */
  public void start() {
    looking.update(
        Flux.merge(Flux.interval(settings.look()).onBackpressureDrop(), signal.wakes())
            .onBackpressureLatest()
            .concatMap(_ -> round().onErrorResume(this::later), 1)
            .subscribe());
  }

  private Mono<Void> later(Throwable failure) {
    log.warn("calls are looked at again: {}", failure.toString());
    return Mono.empty();
  }

  /** Claims as many as there are hands for, and does not wait for them. */
  private Mono<Void> round() {
    int hands = free.get();
    return hands == 0
        ? Mono.empty()
        : due.claim(hands, settings.perOrganization(), settings.lease())
            .doOnNext(this::begin)
            .then();
  }

  private void begin(Call call) {
    free.decrementAndGet();
    Mono.<Void>fromRunnable(() -> traced(call))
        .subscribeOn(threads)
        .onErrorResume(
            failure -> {
              log.warn("run {} is called for later: {}", call.run(), failure.toString());
              return Mono.empty();
            })
        .doFinally(
            _ -> {
              free.incrementAndGet();
              signal.wake();
            })
        .subscribe();
  }

  private void traced(Call call) {
    traces.within(
        call.traceparent(), "call", () -> traces.carried(carry(call)).block(settings.lease()));
  }

  /** Nothing is called for a run that has ended meanwhile. */
  private Mono<Void> carry(Call call) {
    return outcomes.isAwaited(call).flatMap(awaited -> awaited ? attempt(call) : due.done(call));
  }

  private Mono<Void> attempt(Call call) {
    var carrier = carriers.get(call.method());
    if (carrier == null) {
      return outcomes.record(
          call, Delivery.Settled.failed("Nobody here carries out " + call.method()));
    }
    return carrier.carry(call).flatMap(delivery -> outcomes.record(call, delivery));
  }

  @Override
  public void close() {
    looking.dispose();
    threads.dispose();
  }
}
