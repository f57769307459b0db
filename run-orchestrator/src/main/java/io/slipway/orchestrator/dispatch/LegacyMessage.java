package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.orchestrator.run.Invocation;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an organization's topic carries about a run when the action does not say otherwise. A pure
 * function of what was invoked.
 */
public final class LegacyMessage {
  /** The keys of an action as its first version had them, before and after those of its trigger. */
  private static final List<String> FIRST = List.of("id", "identifier", "title", "icon");

  private static final List<String> LAST =
      List.of("createdAt", "createdBy", "updatedAt", "updatedBy");

  private LegacyMessage() {}

  /** The message, not signed yet. */
  public static ObjectNode of(Invocation asked) {
    var message = Json.object();
    message.put("action", asked.actionIdentifier());
    message.put("resourceType", "run");
    message.put("status", "TRIGGERED");
    message.set("trigger", trigger(asked));
    var context = message.putObject("context");
    context.put("entity", asked.entityIdentifier());
    context.put("blueprint", asked.blueprint());
    context.put("runId", asked.runId().value());
    var payload = message.putObject("payload");
    payload.set("entity", asked.entity());
    payload.set("action", action(asked));
    payload.set("properties", asked.properties());
    payload.set("censoredProperties", Json.strings(asked.encryptedInputs()));
    message.putObject("headers");
    return message;
  }

  private static ObjectNode trigger(Invocation asked) {
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
    return trigger;
  }

  private static ObjectNode action(Invocation asked) {
    var saved = asked.action();
    var action = Json.object();
    copy(saved, FIRST, action);
    var trigger = saved.path("trigger");
    var inputs = trigger.get("userInputs");
    if (inputs != null) {
      action.set("userInputs", inputs);
    }
    action.set("invocationMethod", asked.method());
    var operation = Json.string(trigger, "operation");
    if (operation != null) {
      action.put("trigger", operation);
    }
    copy(saved, List.of("description"), action);
    action.put("blueprint", asked.blueprint());
    copy(saved, LAST, action);
    return action;
  }

  private static void copy(JsonNode from, List<String> keys, ObjectNode to) {
    for (var key : keys) {
      var value = from.get(key);
      if (value != null) {
        to.set(key, value);
      }
    }
  }
}
