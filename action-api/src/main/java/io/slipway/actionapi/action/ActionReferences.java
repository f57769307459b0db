package io.slipway.actionapi.action;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a definition refers to, by the pointer at which it does. Pure.
 *
 * @param blueprints names of blueprints
 * @param actions names of actions, in an automation's event
 */
public record ActionReferences(Map<String, String> blueprints, Map<String, String> actions) {

  /** The references of a definition that has the right shape. */
  public static ActionReferences of(JsonNode definition) {
    var blueprints = new LinkedHashMap<String, String>();
    var actions = new LinkedHashMap<String, String>();
    var trigger = definition.path("trigger");
    put(blueprints, trigger, "/trigger", "blueprintIdentifier");
    put(blueprints, trigger.path("event"), "/trigger/event", "blueprintIdentifier");
    put(
        blueprints,
        definition.path("invocationMethod"),
        "/invocationMethod",
        "blueprintIdentifier");
    put(actions, trigger.path("event"), "/trigger/event", "actionIdentifier");
    for (var input : trigger.path("userInputs").path("properties").properties()) {
      var at = Faults.member("/trigger/userInputs/properties", input.getKey());
      entity(blueprints, input.getValue(), at);
      entity(blueprints, input.getValue().path("items"), at + "/items");
    }
    return new ActionReferences(blueprints, actions);
  }

  private static void entity(Map<String, String> found, JsonNode schema, String at) {
    if ("entity".equals(schema.path("format").asString(""))) {
      put(found, schema, at, "blueprint");
    }
  }

  private static void put(Map<String, String> found, JsonNode object, String at, String member) {
    var value = object.path(member).asString("");
    if (!value.isEmpty()) {
      found.put(at + "/" + member, value);
    }
  }
}
