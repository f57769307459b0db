package io.slipway.actionapi.action;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Fault;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Permissions of an action: what a new one has, and what a change makes of them. Pure. */
public final class ActionPermissions {
  private static final List<String> LISTS = List.of("users", "roles", "teams");

  private ActionPermissions() {}

  /** The role of a blueprint's moderators. */
  public static String moderatorOf(String blueprint) {
    return blueprint + "-moderator";
  }

  /** Everyone may execute, Admins approve. */
  public static ObjectNode defaults(@Nullable String blueprint) {
    var permissions = Json.object();
    var execute = permissions.putObject("execute");
    execute.putArray("users");
    var roles = execute.putArray("roles").add("Admin");
    if (blueprint != null) {
      roles.add(moderatorOf(blueprint));
    }
    roles.add("Member");
    execute.putArray("teams");
    execute.put("ownedByTeam", false);
    execute.putNull("policy");
    var approve = permissions.putObject("approve");
    approve.putArray("users");
    approve.putArray("roles").add("Admin");
    approve.putArray("teams");
    approve.putNull("policy");
    return permissions;
  }

  /** What is wrong with a change; empty when nothing is. */
  public static List<Fault> check(JsonNode change) {
    var faults = new Faults();
    if (!faults.object(change, "")) {
      return faults.found();
    }
    faults.closed(change, "", Set.of("execute", "approve"));
    block(
        change.get("execute"),
        "/execute",
        Set.of("users", "roles", "teams", "ownedByTeam", "policy"),
        faults);
    block(change.get("approve"), "/approve", Set.of("users", "roles", "teams", "policy"), faults);
    return faults.found();
  }

  private static void block(@Nullable JsonNode block, String at, Set<String> known, Faults faults) {
    if (block == null || !faults.object(block, at)) {
      return;
    }
    faults.closed(block, at, known);
    for (var list : LISTS) {
      var value = block.get(list);
      if (value != null && !value.isNull()) {
        strings(value, at + "/" + list, faults);
      }
    }
    var owned = block.get("ownedByTeam");
    if (owned != null && !owned.isNull() && !owned.isBoolean()) {
      faults.add(at + "/ownedByTeam", "must be boolean");
    }
    // Better no policy at all than one that is kept and not obeyed.
    var policy = block.get("policy");
    if (policy != null && !policy.isNull()) {
      faults.add(at + "/policy", "is not available yet; use users, roles and teams");
    }
  }

  private static void strings(JsonNode value, String at, Faults faults) {
    if (!value.isArray()) {
      faults.add(at, "must be array");
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      if (!value.get(i).isString()) {
        faults.add(at + "/" + i, "must be string");
      }
    }
  }

  /** Given keys replace, absent ones stay; a null list is an empty one. */
  public static ObjectNode apply(ObjectNode permissions, JsonNode change) {
    var changed = permissions.deepCopy();
    for (var block : change.properties()) {
      var target = (ObjectNode) changed.path(block.getKey());
      for (var member : block.getValue().properties()) {
        var value = member.getValue();
        if (!value.isNull()) {
          target.set(member.getKey(), value);
        } else if (LISTS.contains(member.getKey())) {
          target.putArray(member.getKey());
        } else if (member.getKey().equals("ownedByTeam")) {
          target.put("ownedByTeam", false);
        } else {
          target.putNull(member.getKey());
        }
      }
    }
    return changed;
  }
}
