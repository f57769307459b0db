package io.slipway.catalog.delivery;

import io.slipway.catalog.delivery.Calls.Answer;
import io.slipway.chassis.retry.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import reactor.core.publisher.Mono;

/**
 * Tells what is due. A claim is committed before the call is made and the outcome after it, so a
 * call whose maker dies is made again: whoever hears may hear twice, and knows it by the id.
 */
public final class DeliverChanges {
  private static final int AT_ONCE = 16;
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final Deliveries deliveries;
  private final Calls calls;
  private final RetryPolicy retry;
  private final DoubleSupplier jitter;

  public DeliverChanges(
      Deliveries deliveries, Calls calls, RetryPolicy retry, DoubleSupplier jitter) {
    this.deliveries = deliveries;
    this.calls = calls;
    this.retry = retry;
    this.jitter = jitter;
  }

  /** Tells until nothing is due; answers how many attempts it made. */
  public Mono<Long> deliverDue() {
    return Mono.defer(
            () ->
                deliveries
                    .claim(AT_ONCE, LEASE)
                    .collectList()
                    .flatMapIterable(claimed -> claimed)
                    .flatMap(this::attempt, AT_ONCE)
                    .count())
        .repeat()
        .takeWhile(attempts -> attempts > 0)
        .reduce(0L, Long::sum);
  }

  private Mono<Delivery> attempt(Delivery delivery) {
    return calls
        .post(delivery)
        .onErrorResume(failure -> Mono.just(new Answer.NotNow(failure.getClass().getSimpleName())))
        .flatMap(answer -> keep(delivery, answer))
        .thenReturn(delivery);
  }

  private Mono<Void> keep(Delivery delivery, Answer answer) {
    return switch (answer) {
      case Answer.Taken _ -> deliveries.heard(delivery);
      case Answer.Never never -> deliveries.givenUp(delivery, never.why());
      case Answer.NotNow notNow ->
          switch (verdict(delivery, delivery.now())) {
            case RetryPolicy.Verdict.TryAgain again ->
                deliveries.again(delivery, again.at(), notNow.why());
            case RetryPolicy.Verdict.GiveUp _ -> deliveries.givenUp(delivery, notNow.why());
          };
    };
  }

  private RetryPolicy.Verdict verdict(Delivery delivery, Instant now) {
    return retry.after(delivery.attempt(), delivery.began(), now, jitter.getAsDouble());
  }
}
