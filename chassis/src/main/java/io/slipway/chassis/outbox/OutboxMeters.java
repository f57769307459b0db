package io.slipway.chassis.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the outbox publishes about itself. */
public final class OutboxMeters implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OutboxMeters.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final String LOOK =
      """
      select count(*) filter (where parked is null) as pending,
             count(*) filter (where parked is not null) as parked,
             coalesce(extract(epoch from now() - min(created_at) filter (where parked is null)), 0)::float8 as age
      from outbox where published_at is null
      """;

  private final MeterRegistry registry;
  private final Disposable looking;
  private volatile long pending;
  private volatile long parked;
  private volatile double age;

  public OutboxMeters(MeterRegistry registry, DatabaseClient database) {
    this.registry = registry;
    Gauge.builder("slipway.outbox.pending", () -> pending)
        .description("Rows that wait to be published")
        .register(registry);
    Gauge.builder("slipway.outbox.parked", () -> parked)
        .description("Rows that the broker refused for good; each needs a person")
        .register(registry);
    Gauge.builder("slipway.outbox.age", () -> age)
        .description("Seconds that the oldest waiting row has waited")
        .baseUnit("seconds")
        .register(registry);
    looking =
        Flux.interval(LOOK_EVERY)
            .onBackpressureDrop()
            .concatMap(tick -> look(database))
            .subscribe();
  }

  private Mono<Void> look(DatabaseClient database) {
    return database
        .sql(LOOK)
        .map(
            row -> {
              pending = number(row.get("pending", Long.class));
              parked = number(row.get("parked", Long.class));
              var seconds = row.get("age", Double.class);
              age = seconds == null ? 0 : seconds;
              return pending;
            })
        .one()
        .then()
        .onErrorResume(
            failure -> {
              log.debug("the outbox could not be looked at: {}", failure.toString());
              return Mono.empty();
            });
  }

  private static long number(@org.jspecify.annotations.Nullable Long value) {
    return value == null ? 0 : value;
  }

  void published(Lane lane, int rows) {
    if (rows > 0) {
      counter(lane, "slipway.outbox.published", "Rows that were published").increment(rows);
    }
  }

  void stumbled(Lane lane) {
    counter(lane, "slipway.outbox.stumbles", "Batches that failed and are tried again").increment();
  }

  private Counter counter(Lane lane, String name, String description) {
    return Counter.builder(name)
        .description(description)
        .tag("lane", lane.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  @Override
  public void close() {
    looking.dispose();
  }
}
