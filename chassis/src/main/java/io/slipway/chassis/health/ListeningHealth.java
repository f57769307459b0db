package io.slipway.chassis.health;

import io.slipway.chassis.listening.ListeningContainers;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Not ready until this service hears its topics; says which group still waits for partitions. */
public final class ListeningHealth implements HealthIndicator {
  private final ListeningContainers containers;

  public ListeningHealth(ListeningContainers containers) {
    this.containers = containers;
  }

  @Override
  public Health health() {
    var lacking = containers.lacking();
    return lacking.isEmpty()
        ? Health.up().build()
        : Health.outOfService().withDetail("lacking", lacking).build();
  }
}
