package io.slipway.orchestrator;

import io.slipway.events.wire.AvroWire;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Not ready until the registry has told what our schemas are called; asks until it does. */
@Component("schemas")
class SchemaReadiness implements HealthIndicator, SmartLifecycle {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final AvroWire wire;
  private final Disposable.Swap asking = Disposables.swap();
  private volatile boolean known;
  private volatile boolean running;
  private volatile String lacking = "the registry has not been asked yet";

  SchemaReadiness(AvroWire wire) {
    this.wire = wire;
  }

  @Override
  public void start() {
    running = true;
    asking.update(
        Mono.fromRunnable(wire::warmUp)
            .subscribeOn(Schedulers.boundedElastic())
            .doOnError(failure -> lacking = String.valueOf(failure.getMessage()))
            .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE).maxBackoff(LONGEST_PAUSE))
            .subscribe(_ -> {}, _ -> {}, () -> known = true));
  }

  @Override
  public Health health() {
    return known
        ? Health.up().build()
        : Health.outOfService().withDetail("lacking", lacking).build();
  }

  @Override
  public void stop() {
    asking.dispose();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
