package io.slipway.catalog.search;

import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rules that speak of the caller, said in values. A rule about the caller alone becomes one that
 * everything or nothing matches. Where there is no value, what asks for one matches nothing. Pure.
 *
 * @param teamNames identifiers and names of the caller's teams
 * @param user the caller's entity, or none
 * @param teams the entities of the caller's teams
 */
record ContextRules(Set<String> teamNames, List<ObjectNode> user, List<ObjectNode> teams) {
  static final String USER = "user";
  static final String TEAMS = "userTeams";

  /** What people write for the teams of whoever asks. */
  private static final String MY_TEAMS = "My Teams";

  /** Whether rules speak of a context anywhere. */
  static boolean names(JsonNode rules, String context) {
    if (context.equals(rules.path("context").asString(""))) {
      return true;
    }
    for (var inner : rules.values()) {
      if (names(inner, context)) {
        return true;
      }
    }
    return false;
  }

  JsonNode of(JsonNode group) {
    if (!group.isObject()) {
      return group;
    }
    var said = (ObjectNode) group.deepCopy();
    if (said.get("rules") instanceof ArrayNode rules) {
      for (int i = 0; i < rules.size(); i++) {
        rules.set(i, of(rules.get(i)));
      }
      return said;
    }
    JsonNode property = said.path("property");
    if (property.has("context")) {
      return constant(holds(values(property), said));
    }
    JsonNode value = said.path("value");
    if (value.has("context")) {
      return against(said, values(value));
    }
    return "$team".equals(Json.string(said, "property")) ? withMyTeams(said, value) : said;
  }

  private JsonNode withMyTeams(ObjectNode rule, JsonNode value) {
    var names = new ArrayList<JsonNode>();
    var found = false;
    for (var one : value.isArray() ? value.values() : List.of(value)) {
      if (MY_TEAMS.equals(one.asString(""))) {
        found = true;
        Json.strings(teamNames).values().forEach(names::add);
      } else {
        names.add(one);
      }
    }
    return found ? against(rule, names) : rule;
  }

  private List<JsonNode> values(JsonNode operand) {
    var name = operand.path("property").asString("");
    var values = new ArrayList<JsonNode>();
    var context = USER.equals(operand.path("context").asString("")) ? user : teams;
    for (var entity : context) {
      JsonNode value =
          name.startsWith("$")
              ? entity.path(name.substring(1))
              : entity.path("properties").has(name)
                  ? entity.path("properties").path(name)
                  : entity.path("relations").path(name);
      if (value.isArray()) {
        values.addAll(value.values());
      } else if (!value.isMissingNode() && !value.isNull()) {
        values.add(value);
      }
    }
    return values;
  }

  /** A rule whose value is one of several: any of them will do. */
  private static JsonNode against(ObjectNode rule, List<JsonNode> values) {
    var operator = rule.path("operator").asString("");
    return switch (operator) {
      case "=" -> rule.put("operator", "in").set("value", array(values));
      case "!=" -> rule.put("operator", "notIn").set("value", array(values));
      case "in", "notIn", "containsAny" -> rule.set("value", array(values));
      default -> {
        var group = Json.object();
        group.put("combinator", operator.startsWith("doesNot") ? "and" : "or");
        var rules = group.putArray("rules");
        values.forEach(value -> rules.add(rule.deepCopy().set("value", value)));
        yield values.isEmpty() && !operator.startsWith("doesNot") ? constant(false) : group;
      }
    };
  }

  private static boolean holds(List<JsonNode> values, JsonNode rule) {
    JsonNode wanted = rule.path("value");
    return switch (rule.path("operator").asString("")) {
      case "=", "in", "containsAny" -> anyOf(values, wanted);
      case "!=", "notIn" -> !anyOf(values, wanted);
      case "contains" -> values.contains(wanted) || containsText(values, wanted);
      case "isEmpty" -> values.isEmpty();
      case "isNotEmpty" -> !values.isEmpty();
      default -> false;
    };
  }

  private static boolean anyOf(List<JsonNode> values, JsonNode wanted) {
    return wanted.isArray()
        ? wanted.values().stream().anyMatch(values::contains)
        : values.contains(wanted);
  }

  private static boolean containsText(List<JsonNode> values, JsonNode wanted) {
    return wanted.isString()
        && values.stream()
            .anyMatch(
                value -> value.isString() && value.stringValue().contains(wanted.stringValue()));
  }

  private static ArrayNode array(List<JsonNode> values) {
    return Json.array().addAll(values);
  }

  private static JsonNode constant(boolean holds) {
    var rule = Json.object();
    if (holds) {
      rule.put("combinator", "and").putArray("rules");
    } else {
      rule.put("property", "$identifier").put("operator", "in").putArray("value");
    }
    return rule;
  }
}
