package io.slipway.notifier.notification;

import java.util.List;
import reactor.core.publisher.Mono;

/** Knows an organisation's Admins. */
public interface Admins {

  /** Those who may act now. Fails with a refusal of status 503 when the catalog cannot be asked. */
  Mono<List<Addressee>> of(String organization);
}
