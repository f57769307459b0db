package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.orchestrator.run.Invocation;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What templates are filled from: what was asked, by whom, about what. */
final class TriggerData implements Function<String, JsonNode> {
  private static final String CREATE = "CREATE";

  private final ObjectNode root;
  private final Map<String, String> secrets;

  /**
   * @param secrets the organization's, by name; those that the templates name are enough
   */
  TriggerData(Invocation asked, Map<String, String> secrets) {
    this.root = root(asked);
    this.secrets = Map.copyOf(secrets);
  }

  /** What a program sees: everything, and of the secrets those that its own text names. */
  @Override
  public JsonNode apply(String program) {
    var named = SecretNames.in(program);
    if (named.isEmpty()) {
      return root;
    }
    var seen = root.deepCopy();
    var shown = seen.putObject("secrets");
    for (var name : named) {
      shown.put(name, secrets.get(name));
    }
    return seen;
  }

  private static ObjectNode root(Invocation asked) {
    var root = Json.object();
    var byEvent = "AUTOMATION".equals(asked.origin());
    var operation = Json.string(asked.action().path("trigger"), "operation");
    root.set("inputs", byEvent ? null : asked.properties());
    root.set("trigger", trigger(asked, byEvent ? null : operation));
    root.putNull("event");
    root.set("entity", byEvent ? null : entity(asked, operation));
    root.set("action", action(asked, byEvent));
    root.putObject("run").put("id", asked.runId().value());
    root.putObject("secrets");
    return root;
  }

  private static ObjectNode trigger(Invocation asked, @Nullable String operation) {
    var trigger = Json.object();
    var by = trigger.putObject("by");
    by.put("orgId", asked.organization());
    by.put("userId", asked.by().id());
    var user = asked.by().user();
    if (user != null) {
      by.set("user", user);
    }
    trigger.put("origin", asked.origin());
    trigger.put("at", Times.text(asked.at()));
    if (operation != null) {
      trigger.put("operation", operation);
    }
    return trigger;
  }

  private static JsonNode entity(Invocation asked, @Nullable String operation) {
    var entity = asked.entity();
    return entity == null || CREATE.equals(operation) ? Json.object() : entity;
  }

  private static ObjectNode action(Invocation asked, boolean byEvent) {
    var action = Json.object();
    action.put("identifier", asked.actionIdentifier());
    if (!byEvent) {
      action.put("blueprint", asked.blueprint());
      action.set("encryptedProperties", Json.strings(asked.encryptedInputs()));
    }
    return action;
  }
}
