package io.slipway.actionapi.invocation;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether an action is offered for an entity, by the rules of its {@code condition}. A rule that
 * cannot be decided here is not met.
 */
public final class EntityCondition {
  private EntityCondition() {}

  /**
   * Decides.
   *
   * @param condition {@code {combinator, rules}}, nested at will; missing means always
   * @param user what the catalog knows of the caller; a missing node for a machine
   */
  public static boolean met(JsonNode condition, JsonNode entity, Caller caller, JsonNode user) {
    if (condition.isMissingNode() || condition.isNull()) {
      return true;
    }
    return new Asked(entity, caller, user).all(condition);
  }

  private record Asked(JsonNode entity, Caller caller, JsonNode user) {

    boolean all(JsonNode query) {
      var any = "or".equals(query.path("combinator").asString("and"));
      for (var rule : query.path("rules")) {
        var met = rule.has("rules") ? all(rule) : one(rule);
        if (met == any) {
          return any;
        }
      }
      return !any || query.path("rules").isEmpty();
    }

    private boolean one(JsonNode rule) {
      var left = operand(rule.path("property"));
      var right = right(rule.path("value"));
      return left != null
          && right != null
          && Comparison.holds(rule.path("operator").asString(""), left, right);
    }

    /** A property of the entity, a missing node when it has none, null when it is unclear which. */
    private @Nullable JsonNode operand(JsonNode property) {
      if (property.isObject()) {
        return right(property);
      }
      return property.isString() ? value(property.stringValue()) : null;
    }

    private JsonNode value(String property) {
      return property.startsWith("$")
          ? entity.path(property.substring(1))
          : entity.path("properties").path(property);
    }

    private @Nullable JsonNode right(JsonNode value) {
      if (!value.isObject() || !value.has("context")) {
        return value.isObject() ? null : value;
      }
      var property = value.path("property").asString("");
      return switch (value.path("context").asString("")) {
        case "userTeams" ->
            property.equals("$identifier") || property.equals("$title")
                ? Json.strings(caller.teams().stream().sorted().toList())
                : null;
        case "user" -> ofUser(property);
        default -> null;
      };
    }

    private JsonNode ofUser(String property) {
      return switch (property) {
        case "$identifier", "email" ->
            user.has("email") ? user.path("email") : user.path("identifier");
        case "$team" -> Json.strings(caller.teams().stream().sorted().toList());
        default ->
            property.startsWith("$")
                ? user.path(property.substring(1))
                : user.path("properties").path(property);
      };
    }
  }
}
