package io.slipway.catalog.delivery.postgres;

import io.slipway.catalog.delivery.DeliverChanges;
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
 * Looks for deliveries that are due every now and then; what went wrong is tried again at the next
 * look.
 */
@Component
class DeliveryTicks implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(DeliveryTicks.class);

  private final DeliverChanges deliver;
  private final Duration every;
  private Disposable ticking = Disposables.disposed();

  DeliveryTicks(DeliverChanges deliver, @Value("${slipway.deliveries.every:1s}") Duration every) {
    this.deliver = deliver;
    this.every = every;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    ticking =
        Flux.interval(every)
            .onBackpressureDrop()
            .concatMap(
                tick ->
                    deliver
                        .deliverDue()
                        .onErrorResume(
                            failure -> {
                              log.warn("changes could not be told now: {}", failure.toString());
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
