package io.slipway.demo.agent;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody asked for, as the message on the topic says it.
 *
 * @param properties the inputs; one that names an entity is that entity, as an object
 * @param traceparent the trace that began with the click, if there is one
 */
public record Invocation(
    String runId,
    String action,
    String requester,
    JsonNode properties,
    @Nullable String traceparent) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Reads a message; empty if it is of some other shape and so meant for somebody else. */
  public static Optional<Invocation> read(String message, @Nullable String traceparent) {
    JsonNode json;
    try {
      json = JSON.readTree(message);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
    var runId = json.path("context").path("runId").asString("");
    var action = json.path("action").asString("");
    if (runId.isEmpty() || action.isEmpty()) {
      return Optional.empty();
    }
    var by = json.path("trigger").path("by");
    var requester = by.path("user").path("email").asString(by.path("userId").asString("unknown"));
    var properties = json.path("payload").path("properties");
    return Optional.of(new Invocation(runId, action, requester, properties, traceparent));
  }

  /** An input of text; empty if it was not given. */
  public String text(String input) {
    return properties.path(input).asString("");
  }

  /** The identifier of an input that names an entity; empty if it was not given. */
  public String entity(String input) {
    return properties.path(input).path("identifier").asString("");
  }
}
