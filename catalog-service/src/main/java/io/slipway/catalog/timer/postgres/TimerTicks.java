package io.slipway.catalog.timer.postgres;

import io.slipway.catalog.timer.FireTimers;
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

/** Looks for due timers every now and then; what went wrong is tried again at the next look. */
@Component
class TimerTicks implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(TimerTicks.class);

  private final FireTimers fire;
  private final Duration every;
  private Disposable ticking = Disposables.disposed();

  TimerTicks(FireTimers fire, @Value("${slipway.timers.every:1s}") Duration every) {
    this.fire = fire;
    this.every = every;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    ticking =
        Flux.interval(every)
            .onBackpressureDrop()
            .concatMap(
                tick ->
                    fire.fireDue()
                        .onErrorResume(
                            failure -> {
                              log.warn("timers could not be fired now: {}", failure.toString());
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
