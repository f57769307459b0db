package io.slipway.catalog.delivery.http;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The keys that sign for organisations: asked of the edge at use, known for a minute. */
@Component
class SigningKeys {
  private static final Duration KNOWN_FOR = Duration.ofSeconds(60);

  private final Doors doors;
  private final Map<String, Mono<String>> known = new ConcurrentHashMap<>();

  SigningKeys(Doors doors) {
    this.doors = doors;
  }

  /** The client secret of the organisation's default credentials. */
  Mono<String> of(String organization) {
    return known.computeIfAbsent(
        organization,
        id -> ask(id).cache(key -> KNOWN_FOR, failure -> Duration.ZERO, () -> Duration.ZERO));
  }

  private Mono<String> ask(String organization) {
    return doors
        .get(
            Service.ACTION_API,
            "/internal/secrets/signing-key",
            Caller.service(organization, Service.CATALOG_SERVICE.id()))
        .map(
            answer -> {
              var key = Json.string(answer, "key");
              if (key == null) {
                throw new IllegalStateException("action-api answered without a key");
              }
              return key;
            });
  }
}
