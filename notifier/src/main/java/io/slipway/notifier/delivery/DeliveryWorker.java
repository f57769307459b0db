package io.slipway.notifier.delivery;

import io.slipway.notifier.channel.Answer;
import io.slipway.notifier.channel.Channel;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Makes the attempts of one channel: claims as many deliveries as it has hands free, so that no
 * claim's lease runs while it waits; attempts each; keeps the outcome. If the process dies in
 * between, the lease ends and somebody claims it again.
 *
 * <p>A worker per channel, so that a mail server that hangs holds up no webhook.
 */
public final class DeliveryWorker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);
  private static final Duration FAREWELL = Duration.ofSeconds(10);
  private static final Duration WINK = Duration.ofMillis(20);

  private final Channel.Kind kind;
  private final Deliveries deliveries;
  private final Transport transport;
  private final DeliverySettings settings;
  private final Attempts attempts;
  private final Sinks.Many<Boolean> wakes = Sinks.many().multicast().directBestEffort();
  private final AtomicInteger busy = new AtomicInteger();
  private @Nullable Disposable working;

  public DeliveryWorker(
      Channel.Kind kind,
      Deliveries deliveries,
      Transport transport,
      DeliverySettings settings,
      Attempts attempts) {
    this.kind = kind;
    this.deliveries = deliveries;
    this.transport = transport;
    this.settings = settings;
    this.attempts = attempts;
  }

  /** Begins to work. */
  public void start() {
    working =
        Flux.merge(wakes.asFlux(), Flux.interval(Duration.ZERO, settings.look()).map(_ -> true))
            .onBackpressureLatest()
            .concatMap(_ -> claim(), 0)
            .subscribe();
  }

  /** Something may be due. A wake that is lost is made good by the next look. */
  public void wake() {
    wakes.tryEmitNext(true);
  }

  private Mono<Void> claim() {
    return Mono.defer(() -> deliveries.claim(kind, free(), settings.lease()).collectList())
        .doOnNext(claims -> claims.forEach(this::begin))
        .then()
        .onErrorResume(
            failure -> {
              log.warn("deliveries could not be claimed: {}", failure.toString());
              return Mono.empty();
            });
  }

  private int free() {
    return Math.max(0, settings.atOnce() - busy.get());
  }

  private void begin(Claim claim) {
    busy.incrementAndGet();
    attempt(claim)
        .doFinally(
            _ -> {
              busy.decrementAndGet();
              wake();
            })
        .subscribe();
  }

  private Mono<Void> attempt(Claim claim) {
    long began = System.nanoTime();
    return transport
        .send(claim)
        .timeout(settings.patience())
        .onErrorResume(failure -> Mono.just(new Answer.Failed(failure.getClass().getSimpleName())))
        .flatMap(answer -> keep(claim, judge(claim, answer, began)))
        .onErrorResume(
            failure -> {
              // Its lease will end, and it is attempted again.
              log.warn("an outcome could not be kept: {}", failure.toString());
              return Mono.empty();
            });
  }

  private Verdict judge(Claim claim, Answer answer, long began) {
    var now = claim.claimedAt().plusNanos(System.nanoTime() - began);
    var jitter = ThreadLocalRandom.current().nextDouble();
    return Verdict.of(claim, answer, settings.retry(), now, jitter);
  }

  private Mono<Void> keep(Claim claim, Verdict verdict) {
    var kept =
        switch (verdict) {
          case Verdict.Delivered _ -> deliveries.delivered(claim);
          case Verdict.TryAgain again -> deliveries.again(claim, again.pause(), again.why());
          case Verdict.GiveUp gaveUp -> deliveries.givenUp(claim, gaveUp.why());
        };
    return kept.doOnSuccess(_ -> tell(claim, verdict));
  }

  private void tell(Claim claim, Verdict verdict) {
    attempts.made(kind, verdict);
    var id = claim.delivery().id();
    switch (verdict) {
      case Verdict.Delivered _ -> log.debug("delivery {} is done", id);
      case Verdict.TryAgain again ->
          log.info("delivery {} failed at attempt {}: {}", id, claim.attempt(), again.why());
      case Verdict.GiveUp gaveUp -> log.warn("delivery {} was given up: {}", id, gaveUp.why());
    }
  }

  /** Claims no more, and gives what is on its way a moment to arrive. */
  @Override
  public void close() {
    if (working != null) {
      working.dispose();
    }
    long end = System.nanoTime() + FAREWELL.toNanos();
    while (busy.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(WINK.toNanos());
    }
  }
}
