package io.slipway.catalog.migration.postgres;

import io.slipway.catalog.migration.WorkOnMigrations;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks for migrations that go on every now and then; what went wrong is tried again at the next
 * look.
 */
@Component
class MigrationTicks implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(MigrationTicks.class);

  private final WorkOnMigrations work;
  private final Duration every;
  private Disposable ticking = Disposables.disposed();

  MigrationTicks(WorkOnMigrations work, @Value("${slipway.migrations.every:1s}") Duration every) {
    this.work = work;
    this.every = every;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    ticking =
        Flux.interval(every)
            .onBackpressureDrop()
            .concatMap(
                tick ->
                    work.work()
                        .onErrorResume(
                            failure -> {
                              log.warn("migrations could not go on now: {}", failure.toString());
                              return Mono.empty();
                            }),
                1)
            .subscribe();
  }

  @Override
  public void destroy() {
    ticking.dispose();
  }
}
