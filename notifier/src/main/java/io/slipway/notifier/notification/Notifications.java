package io.slipway.notifier.notification;

import io.slipway.notifier.delivery.Delivery;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Where it is kept what has to be told; each cause has its effect once. */
public interface Notifications {

  /** Has these delivered. */
  Mono<Void> tell(String cause, List<Delivery> deliveries);

  /** Remembers who waits for news of a run. */
  Mono<Void> watch(String cause, Watch watch);

  /** Whether somebody waits for news of a run. */
  Mono<Boolean> watched(String organization, String runId);

  /** Tells whoever waits for news of a run; nothing happens when nobody does. */
  Mono<Void> news(String cause, String organization, String runId, Function<Watch, News> news);
}
