package io.slipway.notifier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.delivery.Attempts;
import io.slipway.notifier.delivery.Verdict;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every metric of this service. */
public final class NotifierMeters implements Attempts, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(NotifierMeters.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final String PENDING =
      "select count(*) as pending from delivery where state = 'PENDING'";

  private final MeterRegistry registry;
  private final Disposable looking;
  private volatile long pending;

  public NotifierMeters(MeterRegistry registry, DatabaseClient database) {
    this.registry = registry;
    Gauge.builder("slipway.delivery.pending", () -> pending)
        .description("Deliveries that have not arrived yet and are still tried")
        .register(registry);
    looking =
        Flux.interval(LOOK_EVERY).onBackpressureDrop().concatMap(_ -> look(database)).subscribe();
  }

  private Mono<Void> look(DatabaseClient database) {
    return database
        .sql(PENDING)
        .mapValue(Long.class)
        .one()
        .doOnNext(found -> pending = found)
        .then()
        .onErrorResume(
            failure -> {
              log.debug("deliveries could not be counted: {}", failure.toString());
              return Mono.empty();
            });
  }

  @Override
  public void made(Channel.Kind kind, Verdict verdict) {
    var tag =
        switch (verdict) {
          case Verdict.Delivered _ -> "delivered";
          case Verdict.TryAgain _ -> "try_again";
          case Verdict.GiveUp _ -> "given_up";
        };
    Counter.builder("slipway.notifications")
        .description("Attempts to tell somebody, by channel and by what came of them")
        .tags("channel", kind.id(), "verdict", tag)
        .register(registry)
        .increment();
  }

  @Override
  public void close() {
    looking.dispose();
  }
}
