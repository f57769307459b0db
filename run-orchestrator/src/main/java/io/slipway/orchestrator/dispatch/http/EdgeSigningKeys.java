package io.slipway.orchestrator.dispatch.http;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.orchestrator.dispatch.SigningKey;
import io.slipway.orchestrator.dispatch.SigningKeys;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks the edge for signing keys. A key is remembered for a minute, so a changed one is used soon;
 * that there is none now is remembered for a moment, so that not every run waits to learn it.
 */
@Component
class EdgeSigningKeys implements SigningKeys {
  private static final Duration REMEMBERED = Duration.ofSeconds(60);
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Doors doors;
  private final Map<String, Mono<SigningKey>> keys = new ConcurrentHashMap<>();

  EdgeSigningKeys(Doors doors) {
    this.doors = doors;
  }

  @Override
  public Mono<SigningKey> of(String organization) {
    return keys.computeIfAbsent(organization, this::remembered);
  }

  private Mono<SigningKey> remembered(String organization) {
    return Mono.defer(() -> ask(organization))
        .cache(_ -> REMEMBERED, _ -> MOMENT, () -> Duration.ZERO);
  }

  private Mono<SigningKey> ask(String organization) {
    var self = Caller.service(organization, Service.RUN_ORCHESTRATOR.id());
    return doors
        .get(Service.ACTION_API, "/internal/secrets/signing-key", self)
        .map(answer -> new SigningKey(answer.get("key").stringValue()))
        .timeout(PATIENCE);
  }
}
