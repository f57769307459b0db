package io.slipway.approvals;

import io.slipway.events.wire.AvroWire;
import io.slipway.events.wire.RegistryUnavailable;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Learns at start, as often as it takes, under which ids the registry keeps our schemas. Until then
 * this service is not ready, and nothing is encoded: that would ask the registry inside a
 * transaction.
 */
public final class RegistryWarmth implements HealthIndicator, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RegistryWarmth.class);

  private final Disposable learning;
  private volatile boolean warm;

  public RegistryWarmth(AvroWire wire) {
    learning =
        Mono.<Void>fromRunnable(wire::warmUp)
            .subscribeOn(Schedulers.boundedElastic())
            .doOnError(failure -> log.warn("the registry is not ready: {}", failure.toString()))
            .retryWhen(
                Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
                    .maxBackoff(Duration.ofSeconds(2)))
            .subscribe(_ -> {}, _ -> {}, () -> warm = true);
  }

  /**
   * Returns when everything is known.
   *
   * @throws RegistryUnavailable when not, which heals by itself
   */
  public void require() {
    if (!warm) {
      throw new RegistryUnavailable("the ids of our schemas are not known yet");
    }
  }

  @Override
  public Health health() {
    return warm
        ? Health.up().build()
        : Health.outOfService().withDetail("lacking", "the ids of our schemas").build();
  }

  @Override
  public void close() {
    learning.dispose();
  }
}
