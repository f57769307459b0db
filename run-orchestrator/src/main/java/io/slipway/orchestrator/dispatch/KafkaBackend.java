package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.orchestrator.run.Departure;
import io.slipway.orchestrator.run.Invocation;
import io.slipway.orchestrator.run.Parcel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Work that whoever reads the organization's topic carries out. */
final class KafkaBackend implements Backend {
  static final String TYPE = "KAFKA";

  /** Records may have 8 MiB, of which key and headers take a little. */
  private static final int LARGEST = 8 * 1024 * 1024 - 64 * 1024;

  private final SigningKeys keys;
  private final UnaryOperator<String> topicOf;
  private final Clock clock;

  KafkaBackend(SigningKeys keys, UnaryOperator<String> topicOf, Clock clock) {
    this.keys = keys;
    this.topicOf = topicOf;
    this.clock = clock;
  }

  @Override
  public Mono<Departure> prepare(Invocation asked) {
    var payload = asked.method().get("payload");
    if (payload != null && !payload.isNull()) {
      return Mono.just(asItIs(asked, payload));
    }
    return keys.of(asked.organization()).map(key -> signed(asked, key));
  }

  /** A payload of the action's own goes as it is: there is no place in it for a signature. */
  private Departure asItIs(Invocation asked, JsonNode payload) {
    var text = Json.text(payload);
    if (text.contains("{{")) {
      return new Departure.Impossible(
          "The payload of this action holds templates, which this version of Slipway does not fill");
    }
    return packed(asked, text.getBytes(StandardCharsets.UTF_8), clock.instant());
  }

  private Departure signed(Invocation asked, SigningKey key) {
    var now = clock.instant();
    return packed(asked, SignedMessage.of(LegacyMessage.of(asked), key, now), now);
  }

  private Departure packed(Invocation asked, byte[] bytes, Instant now) {
    if (bytes.length > LARGEST) {
      return new Departure.Impossible(
          "The message has " + bytes.length + " bytes, and a topic takes no more than " + LARGEST);
    }
    var target = topicOf.apply(asked.organization());
    var id = Ids.withPrefix("dispatch_");
    return new Departure.Ready(new Parcel(id, TYPE, target, bytes, asked.method(), now));
  }
}
