package io.slipway.orchestrator.dispatch;

import io.slipway.orchestrator.dispatch.Rendering.Rendered;
import io.slipway.orchestrator.run.Departure;
import io.slipway.orchestrator.run.Invocation;
import io.slipway.orchestrator.run.Parcel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Work that a call asks for: ours, or an agent's, whom the organization's topic tells. */
final class WebhookBackend implements Backend {
  static final String TYPE = WebhookRequest.METHOD;
  private static final Set<String> BODILESS = Set.of("GET", "HEAD");
  private static final int LONGEST_DAYS = 1;

  private final Rendering rendering;
  private final KafkaBackend topic;
  private final Duration patience;
  private final Clock clock;

  WebhookBackend(Rendering rendering, KafkaBackend topic, Duration patience, Clock clock) {
    this.rendering = rendering;
    this.topic = topic;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public Mono<Departure> prepare(Invocation asked) {
    return rendering.of(asked).flatMap(rendered -> depart(asked, rendered));
  }

  private Mono<Departure> depart(Invocation asked, Rendered rendered) {
    var fields = new MethodFields(rendered.method());
    return fields.flag("agent")
        ? toAgent(asked, fields, rendered.masking())
        : Mono.just(call(asked, fields, rendered.masking()));
  }

  private Mono<Departure> toAgent(Invocation asked, MethodFields fields, Masking masking) {
    var body = fields.body();
    if (body != null && !body.isObject()) {
      throw new WebhookRequest.Malformed("The body for an agent has to be an object");
    }
    var method = fields.shown(true);
    var message = AgentMessage.of(asked, method, body);
    return topic.signed(asked, TYPE, message, masking.node(method));
  }

  private Departure call(Invocation asked, MethodFields fields, Masking masking) {
    var url = EncodedUrl.of(fields.url());
    var body = content(asked, fields);
    var request =
        new WebhookRequest(
            fields.verb(),
            url,
            fields.headers(),
            body,
            fields.flag("synchronized"),
            patience(asked.method()),
            masking.secrets());
    var target = masking.text(EncodedUrl.target(url));
    return topic.bounded(
        Parcel.toCall(
            TYPE,
            target,
            request.bytes(),
            request.content().getBytes(StandardCharsets.UTF_8),
            masking.node(fields.shown(false)),
            clock.instant()));
  }

  private static @Nullable String content(Invocation asked, MethodFields fields) {
    var body = fields.body();
    if (body != null) {
      return JavaScriptJson.text(body);
    }
    if (BODILESS.contains(fields.verb())) {
      return null;
    }
    var message = LegacyMessage.of(asked);
    message.remove("headers");
    return JavaScriptJson.text(message);
  }

  /** The action's own, in seconds, where it gives one; a day at most. */
  private Duration patience(JsonNode method) {
    var own = method.get("retrySeconds");
    if (own == null || !own.isIntegralNumber() || !own.canConvertToInt()) {
      return patience;
    }
    var longest = Duration.ofDays(LONGEST_DAYS);
    var wanted = Duration.ofSeconds(Math.max(0, own.intValue()));
    return wanted.compareTo(longest) > 0 ? longest : wanted;
  }
}
