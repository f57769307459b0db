package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.json.Json;
import io.slipway.orchestrator.dispatch.WebhookRequest.Malformed;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a filled webhook method says; templates may have made anything of it. */
record MethodFields(JsonNode method) {
  /** What the connection says for itself, and what only we may say. */
  private static final Set<String> OURS =
      Set.of(
          "x-port-signature",
          "x-port-timestamp",
          "host",
          "content-length",
          "transfer-encoding",
          "connection",
          "expect");

  /** True for true, and for the word in a text. */
  boolean flag(String name) {
    var value = method.get(name);
    return value != null
        && (value.isBoolean() ? value.booleanValue() : "true".equals(text(value).strip()));
  }

  String verb() {
    var verb = Json.string(method, "method");
    var upper = verb == null || verb.isBlank() ? "POST" : verb.strip().toUpperCase(Locale.ROOT);
    if (!upper.matches("[A-Z]{1,16}")) {
      throw new Malformed("The method " + upper + " is none of HTTP's");
    }
    return upper;
  }

  String url() {
    var url = Json.string(method, "url");
    if (url == null) {
      throw new Malformed("The url of this webhook is no text when its templates are filled");
    }
    return url.strip();
  }

  /** Null where there is none, or nothing became of it. */
  @Nullable JsonNode body() {
    var body = method.get("body");
    return body == null || body.isNull() ? null : body;
  }

  /** In their order; what is null is left out, what is no text is written as JSON. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    for (var header : method.path("headers").properties()) {
      var value = header.getValue();
      if (!value.isNull() && !OURS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        headers.put(name(header.getKey()), value(header.getKey(), text(value)));
      }
    }
    return headers;
  }

  private static String name(String name) {
    if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}")) {
      throw new Malformed("A header cannot be called \"" + name + "\"");
    }
    return name;
  }

  private static String value(String name, String value) {
    if (value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
      throw new Malformed("The header " + name + " has more than one line");
    }
    return value.strip();
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.stringValue() : Json.text(value);
  }

  /** The seven keys that a run and an agent see. */
  ObjectNode shown(boolean agent) {
    var shown = Json.object();
    shown.put("type", "WEBHOOK");
    shown.put("url", url());
    shown.put("agent", agent);
    shown.put("synchronized", flag("synchronized"));
    shown.put("method", verb());
    var named = shown.putObject("headers");
    headers().forEach(named::put);
    var body = body();
    if (body != null) {
      shown.set("body", body);
    }
    return shown;
  }
}
