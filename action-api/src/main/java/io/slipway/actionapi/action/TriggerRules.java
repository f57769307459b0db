package io.slipway.actionapi.action;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The shape of a trigger: self-service by operation, or an event. */
final class TriggerRules {
  private static final String AT = "/trigger";
  private static final Pattern BUTTON = Pattern.compile("^[^\\s].*[^\\s]$");
  private static final int LONGEST_BUTTON = 15;
  private static final Set<String> OPERATIONS = Set.of("CREATE", "DAY-2", "DELETE");
  private static final Set<String> COMBINATORS = Set.of("and", "or");
  private static final Map<String, String> EVENTS =
      Map.of(
          "ENTITY_CREATED", "blueprintIdentifier",
          "ENTITY_UPDATED", "blueprintIdentifier",
          "ENTITY_DELETED", "blueprintIdentifier",
          "ANY_ENTITY_CHANGE", "blueprintIdentifier",
          "TIMER_PROPERTY_EXPIRED", "blueprintIdentifier",
          "RUN_CREATED", "actionIdentifier",
          "RUN_UPDATED", "actionIdentifier",
          "ANY_RUN_CHANGE", "actionIdentifier");

  private TriggerRules() {}

  static void check(JsonNode trigger, Faults faults) {
    if (!faults.object(trigger, AT) || !faults.required(trigger, AT, "type")) {
      return;
    }
    faults.oneOf(trigger, AT, "type", Set.of("self-service", "automation"));
    switch (trigger.path("type").asString("")) {
      case "self-service" -> selfService(trigger, faults);
      case "automation" -> automation(trigger, faults);
      default -> {}
    }
  }

  private static void selfService(JsonNode trigger, Faults faults) {
    faults.closed(
        trigger,
        AT,
        Set.of(
            "type",
            "operation",
            "blueprintIdentifier",
            "userInputs",
            "actionCardButtonText",
            "executeActionButtonText",
            "condition"));
    faults.required(trigger, AT, "operation");
    faults.oneOf(trigger, AT, "operation", OPERATIONS);
    faults.string(trigger, AT, "blueprintIdentifier");
    button(trigger, "actionCardButtonText", faults);
    button(trigger, "executeActionButtonText", faults);
    if (faults.required(trigger, AT, "userInputs")) {
      UserInputRules.check(trigger.path("userInputs"), AT + "/userInputs", faults);
    }
    var condition = trigger.get("condition");
    if (condition == null) {
      return;
    }
    var at = AT + "/condition";
    if ("CREATE".equals(trigger.path("operation").asString(""))) {
      faults.add(at, "must NOT be present when operation is CREATE");
    } else if (!trigger.has("blueprintIdentifier")) {
      faults.add(at, "needs blueprintIdentifier beside it");
    }
    condition(condition, at, "SEARCH", "rules", faults);
    faults.required(condition, at, "combinator");
  }

  private static void automation(JsonNode trigger, Faults faults) {
    faults.closed(trigger, AT, Set.of("type", "event", "condition"));
    var condition = trigger.get("condition");
    if (condition != null) {
      condition(condition, AT + "/condition", "JQ", "expressions", faults);
    }
    var event = trigger.path("event");
    var at = AT + "/event";
    if (!faults.required(trigger, AT, "event")
        || !faults.object(event, at)
        || !faults.required(event, at, "type")) {
      return;
    }
    faults.oneOf(event, at, "type", EVENTS.keySet());
    var type = event.path("type").asString("");
    var about = EVENTS.get(type);
    if (about == null) {
      return;
    }
    var timer = type.equals("TIMER_PROPERTY_EXPIRED");
    faults.closed(
        event, at, timer ? Set.of("type", about, "propertyIdentifier") : Set.of("type", about));
    faults.requiredString(event, at, about);
    if (timer) {
      faults.requiredString(event, at, "propertyIdentifier");
    }
  }

  private static void condition(
      JsonNode condition, String at, String type, String list, Faults faults) {
    if (!faults.object(condition, at)) {
      return;
    }
    faults.closed(condition, at, Set.of("type", list, "combinator"));
    faults.required(condition, at, "type");
    faults.oneOf(condition, at, "type", Set.of(type));
    faults.oneOf(condition, at, "combinator", COMBINATORS);
    if (faults.required(condition, at, list) && !condition.path(list).isArray()) {
      faults.add(at + "/" + list, "must be array");
    }
  }

  private static void button(JsonNode trigger, String member, Faults faults) {
    faults.string(trigger, AT, member);
    faults.pattern(trigger, AT, member, BUTTON);
    var text = trigger.path(member).asString("");
    if (text.codePointCount(0, text.length()) > LONGEST_BUTTON) {
      faults.add(AT + "/" + member, "must NOT have more than 15 characters");
    }
  }
}
