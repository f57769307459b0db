package io.slipway.actionapi.kafka;

import io.slipway.events.wire.AvroWire;
import io.slipway.events.wire.RegistryUnavailable;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Learns the ids of our schemas once the registry can be asked. Until then this service is not
 * ready, so that no request has to wait for the registry on a thread that others need.
 */
@Component("schemas")
class SchemaWarmUp implements HealthIndicator {
  private static final Logger log = LoggerFactory.getLogger(SchemaWarmUp.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final AvroWire wire;
  private volatile boolean warm;

  SchemaWarmUp(AvroWire wire) {
    this.wire = wire;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread.ofVirtual().name("schema-warm-up").start(this::untilWarm);
  }

  private void untilWarm() {
    try {
      while (!warm) {
        try {
          wire.warmUp();
          warm = true;
        } catch (RegistryUnavailable away) {
          log.info("waiting for the schema registry: {}", away.getMessage());
          Thread.sleep(PAUSE);
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Health health() {
    return warm
        ? Health.up().build()
        : Health.outOfService().withDetail("lacking", "the ids of our schemas").build();
  }
}
