package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.json.Json;
import io.slipway.orchestrator.dispatch.Rendering.Rendered;
import io.slipway.orchestrator.run.Departure;
import io.slipway.orchestrator.run.Invocation;
import io.slipway.orchestrator.run.Parcel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Work that whoever reads the organization's topic carries out. */
final class KafkaBackend implements Backend {
  static final String TYPE = "KAFKA";

  /** Records may have 8 MiB, of which key and headers take a little. */
  private static final int LARGEST = 8 * 1024 * 1024 - 64 * 1024;

  private final Rendering rendering;
  private final SigningKeys keys;
  private final UnaryOperator<String> topicOf;
  private final Clock clock;

  KafkaBackend(Rendering rendering, SigningKeys keys, UnaryOperator<String> topicOf, Clock clock) {
    this.rendering = rendering;
    this.keys = keys;
    this.topicOf = topicOf;
    this.clock = clock;
  }

  @Override
  public Mono<Departure> prepare(Invocation asked) {
    var payload = asked.method().get("payload");
    if (payload != null && !payload.isNull()) {
      return rendering.of(asked).map(rendered -> unsigned(asked, rendered));
    }
    return signed(asked, TYPE, LegacyMessage.of(asked), asked.method());
  }

  /** A payload of the action's own goes as it is: there is no place in it for a signature. */
  private Departure unsigned(Invocation asked, Rendered rendered) {
    var payload = rendered.method().get("payload");
    var text = payload == null ? "null" : Json.text(payload);
    return bounded(
        Parcel.toTopic(
            TYPE,
            topicOf.apply(asked.organization()),
            text.getBytes(StandardCharsets.UTF_8),
            rendered.shown(),
            clock.instant()));
  }

  /** A message for whoever reads the topic, with its signature inside. */
  Mono<Departure> signed(Invocation asked, String type, ObjectNode message, JsonNode shown) {
    return keys.of(asked.organization())
        .map(
            key -> {
              var now = clock.instant();
              var bytes = SignedMessage.of(message, key, now);
              return bounded(
                  Parcel.toTopic(type, topicOf.apply(asked.organization()), bytes, shown, now));
            });
  }

  /** Whether it leaves, or nobody takes as much. */
  Departure bounded(Parcel parcel) {
    var size = parcel.bytes().length;
    return size > LARGEST
        ? new Departure.Impossible(
            "The message has " + size + " bytes, and no more than " + LARGEST + " can be sent")
        : new Departure.Ready(parcel);
  }
}
