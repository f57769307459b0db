package io.slipway.events.wiring;

import io.slipway.events.wire.AvroWire;
import io.slipway.events.wire.RegistryUnavailable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Not ready until the registry has told under which ids it keeps our schemas; asks until it does.
 * From then on a registry that goes away does no harm, and no encoding asks it inside a transaction
 * or on a thread that others need.
 */
public final class SchemaReadiness implements HealthIndicator, SmartLifecycle {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final AvroWire wire;
  private volatile boolean known;
  private volatile String lacking = "the registry has not been asked yet";
  private volatile @Nullable Thread asking;

  public SchemaReadiness(AvroWire wire) {
    this.wire = wire;
  }

  /**
   * Returns when everything is known.
   *
   * @throws RegistryUnavailable when not, which heals by itself
   */
  public void require() {
    if (!known) {
      throw new RegistryUnavailable("the ids of our schemas are not known yet");
    }
  }

  /** Ahead of whatever listens or answers, none of which waits for it. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  @Override
  public void start() {
    asking = Thread.ofVirtual().name("schemas").start(this::ask);
  }

  private void ask() {
    var pause = FIRST_PAUSE;
    try {
      while (!knows()) {
        Thread.sleep(pause);
        var twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean knows() {
    try {
      wire.warmUp();
      known = true;
    } catch (RuntimeException failure) {
      lacking = failure.toString();
    }
    return known;
  }

  @Override
  public Health health() {
    return known
        ? Health.up().build()
        : Health.outOfService().withDetail("lacking", lacking).build();
  }

  @Override
  public void stop() {
    var thread = asking;
    if (thread != null) {
      thread.interrupt();
    }
    asking = null;
  }

  @Override
  public boolean isRunning() {
    return asking != null;
  }
}
