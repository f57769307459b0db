package io.slipway.catalog.change.kafka;

import io.slipway.events.wire.AvroWire;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Learns the schemas from the registry when the service starts, and keeps it from being ready until
 * it knows them: from then on a registry that goes away does no harm.
 */
@Component("schemas")
class SchemasHealth implements HealthIndicator {
  private static final Logger log = LoggerFactory.getLogger(SchemasHealth.class);

  private final AvroWire wire;
  private volatile boolean known;

  SchemasHealth(AvroWire wire) {
    this.wire = wire;
  }

  @EventListener(ApplicationReadyEvent.class)
  void learn() {
    Mono.fromRunnable(wire::warmUp)
        .subscribeOn(Schedulers.boundedElastic())
        .doOnError(
            failure -> log.warn("the schema registry does not answer yet: {}", failure.toString()))
        .retryWhen(
            Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(250)).maxBackoff(Duration.ofSeconds(5)))
        .doOnSuccess(done -> known = true)
        .subscribe();
  }

  @Override
  public Health health() {
    return known
        ? Health.up().build()
        : Health.outOfService().withDetail("waiting for", "the schema registry").build();
  }
}
