package io.slipway.actionapi.action;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What a definition is once something that it refers to has another name. Pure. */
public final class Renames {
  private Renames() {}

  /** The definition after a blueprint was renamed; the same one when it does not refer to it. */
  public static ObjectNode ofBlueprint(ObjectNode definition, String from, String to) {
    var changed = definition.deepCopy();
    var trigger = changed.path("trigger");
    replace(trigger, "blueprintIdentifier", from, to);
    replace(trigger.path("event"), "blueprintIdentifier", from, to);
    replace(changed.path("invocationMethod"), "blueprintIdentifier", from, to);
    for (var input : trigger.path("userInputs").path("properties").properties()) {
      replace(input.getValue(), "blueprint", from, to);
      replace(input.getValue().path("items"), "blueprint", from, to);
    }
    return changed.equals(definition) ? definition : changed;
  }

  /** The definition after an action was renamed; the same one when it does not refer to it. */
  public static ObjectNode ofAction(ObjectNode definition, String from, String to) {
    var changed = definition.deepCopy();
    replace(changed.path("trigger").path("event"), "actionIdentifier", from, to);
    return changed.equals(definition) ? definition : changed;
  }

  /** The permissions after a blueprint was renamed: its moderators have another role. */
  public static ObjectNode ofModerators(ObjectNode permissions, String from, String to) {
    var changed = permissions.deepCopy();
    Predicate<JsonNode> old = role -> role.asString("").equals(ActionPermissions.moderatorOf(from));
    UnaryOperator<JsonNode> renamed =
        role -> old.test(role) ? StringNode.valueOf(ActionPermissions.moderatorOf(to)) : role;
    for (var block : changed.properties()) {
      if (block.getValue().path("roles") instanceof ArrayNode roles) {
        for (int i = 0; i < roles.size(); i++) {
          roles.set(i, renamed.apply(roles.get(i)));
        }
      }
    }
    return changed.equals(permissions) ? permissions : changed;
  }

  private static void replace(JsonNode object, String member, String from, String to) {
    if (object instanceof ObjectNode mutable && from.equals(object.path(member).asString(""))) {
      mutable.put(member, to);
    }
  }
}
