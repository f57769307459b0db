package io.slipway.orchestrator.stream;

import io.slipway.orchestrator.run.RunEvent;
import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.RunWitness;
import io.slipway.orchestrator.run.Sight;
import io.slipway.orchestrator.stream.SaidSource.Told;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Live streams of runs. Once per tick one question is asked for everybody who watches on this
 * replica; what is committed here wakes the tick at once, what is committed elsewhere waits for it.
 */
public final class RunStreams implements RunWitness, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RunStreams.class);

  private final SaidSource source;
  private final Duration linger;
  private final Map<Long, Watcher> watchers = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final Sinks.Many<Boolean> wakes = Sinks.many().multicast().directBestEffort();
  private final Disposable ticking;

  /**
   * @param tick how often what other replicas have committed is looked for
   * @param linger how long a stream stays open behind the end, for lines that come after it
   */
  public RunStreams(SaidSource source, Duration tick, Duration linger) {
    this.source = source;
    this.linger = linger;
    this.ticking =
        Flux.merge(wakes.asFlux(), Flux.interval(tick).map(_ -> true))
            .onBackpressureLatest()
            .concatMap(_ -> round(), 0)
            .subscribe();
  }

  /**
   * What a run says behind a number, until a while after its end. Nothing is answered when the run
   * is not to be seen; an empty option when it ended and there is nothing left to say.
   */
  public Mono<Optional<Flux<Said>>> watch(Sight sight, RunId run, long after) {
    var watcher = new Watcher(numbers.incrementAndGet(), sight, run, after);
    return source
        .tell(List.of(watcher.wanted()))
        .next()
        .map(told -> over(told, after) ? Optional.empty() : Optional.of(open(watcher)));
  }

  private boolean over(Told told, long after) {
    var ended = told.ended();
    return ended != null && ended.compareTo(linger) >= 0 && after > 0 && after >= told.last();
  }

  private Flux<Said> open(Watcher watcher) {
    return watcher
        .flux()
        .doOnSubscribe(
            _ -> {
              watchers.put(watcher.number(), watcher);
              wake();
            })
        .doFinally(_ -> watchers.remove(watcher.number()));
  }

  @Override
  public void saw(RunId id, List<RunEvent> events) {
    if (!watchers.isEmpty()) {
      wake();
    }
  }

  private synchronized void wake() {
    wakes.tryEmitNext(true);
  }

  private Mono<Void> round() {
    if (watchers.isEmpty()) {
      return Mono.empty();
    }
    var asking = Map.copyOf(watchers);
    return source
        .tell(asking.values().stream().map(Watcher::wanted).toList())
        .collect(Collectors.toMap(Told::watcher, Function.identity()))
        .doOnNext(
            answers -> asking.forEach((number, watcher) -> give(watcher, answers.get(number))))
        .then()
        .onErrorResume(
            failure -> {
              log.warn("streams are looked at again: {}", failure.toString());
              return Mono.empty();
            });
  }

  private void give(Watcher watcher, @org.jspecify.annotations.Nullable Told told) {
    if (told == null) {
      watcher.dismiss();
    } else {
      watcher.take(told, linger);
    }
  }

  @Override
  public void close() {
    ticking.dispose();
    watchers.values().forEach(Watcher::dismiss);
  }
}
