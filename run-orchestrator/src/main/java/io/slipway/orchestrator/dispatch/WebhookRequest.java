package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call as it was rendered, to be made as often as it takes. It may hold secrets, so it is kept
 * sealed.
 *
 * @param body null where none is sent
 * @param synchronous true when the answer is the outcome of the run
 * @param patience how long it is tried
 * @param secrets that went into it, to be hidden where people look
 */
public record WebhookRequest(
    String verb,
    String url,
    Map<String, String> headers,
    @Nullable String body,
    boolean synchronous,
    Duration patience,
    List<String> secrets) {

  /** The type of the invocation method. */
  public static final String METHOD = "WEBHOOK";

  /** What a template made cannot be sent. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Malformed(String why) {
      super(why, null, false, false);
    }
  }

  public WebhookRequest {
    headers = Map.copyOf(headers);
    secrets = List.copyOf(secrets);
  }

  Masking masking() {
    return Masking.of(secrets);
  }

  /** What is signed, and sent. */
  public String content() {
    return body == null ? "" : body;
  }

  byte[] bytes() {
    var kept = Json.object();
    kept.put("verb", verb);
    kept.put("url", url);
    var named = kept.putObject("headers");
    headers.forEach(named::put);
    kept.put("body", body);
    kept.put("synchronous", synchronous);
    kept.put("patience", patience.toMillis());
    kept.set("secrets", Json.strings(secrets));
    return Json.text(kept).getBytes(StandardCharsets.UTF_8);
  }

  /** As it was kept for a call. */
  public static WebhookRequest of(byte[] bytes) {
    var kept = Json.parse(bytes);
    Map<String, String> headers = new LinkedHashMap<>();
    kept.get("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey(), h.getValue().stringValue()));
    return new WebhookRequest(
        Objects.requireNonNull(Json.string(kept, "verb")),
        Objects.requireNonNull(Json.string(kept, "url")),
        headers,
        Json.string(kept, "body"),
        kept.get("synchronous").booleanValue(),
        Duration.ofMillis(kept.get("patience").longValue()),
        kept.get("secrets").valueStream().map(JsonNode::stringValue).toList());
  }

  @Override
  public String toString() {
    return "WebhookRequest[" + verb + "]";
  }
}
