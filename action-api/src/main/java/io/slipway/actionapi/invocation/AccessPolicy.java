package io.slipway.actionapi.invocation;

import io.slipway.chassis.caller.Caller;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whether a caller may execute an action. The lists decide, for Admins too; an organisation's own
 * credentials pass. A policy cannot be evaluated yet, and what cannot be decided is denied.
 */
public final class AccessPolicy {
  private static final String MODERATOR = "-moderator";

  private AccessPolicy() {}

  /** The decision, with its reason. */
  public sealed interface Decision {
    /** May execute. */
    record Permitted(String why) implements Decision {}

    /** May not. */
    record Denied(String why) implements Decision {}
  }

  /**
   * Decides.
   *
   * @param execute the {@code execute} block of the action's permissions
   * @param entityTeams the teams that own the entity it is executed on; empty when there is none
   */
  public static Decision decide(JsonNode execute, Caller caller, Set<String> entityTeams) {
    if (caller.isMachine()) {
      return new Decision.Permitted("the organization's own credentials may execute every action");
    }
    var policy = execute.path("policy");
    if (!policy.isMissingNode() && !policy.isNull()) {
      return new Decision.Denied("its policy cannot be evaluated");
    }
    var email = caller.email();
    if (email != null && namesIgnoringCase(execute.path("users"), email)) {
      return new Decision.Permitted("named among its users");
    }
    if (namesAny(execute.path("roles"), withLower(caller.roles(), execute.path("roles")))) {
      return new Decision.Permitted("one of its roles");
    }
    if (namesAny(execute.path("teams"), caller.teams())) {
      return new Decision.Permitted("in one of its teams");
    }
    if (execute.path("ownedByTeam").asBoolean(false)
        && entityTeams.stream().anyMatch(caller.teams()::contains)) {
      return new Decision.Permitted("in a team that owns the entity");
    }
    return new Decision.Denied("not among the users, roles and teams that may execute it");
  }

  /** A higher role has what a lower one has: Admin over moderators over members. */
  private static Set<String> withLower(Set<String> roles, JsonNode asked) {
    var all = new HashSet<>(roles);
    if (roles.contains("Admin")) {
      for (var role : asked) {
        var name = role.asString("");
        if (name.endsWith(MODERATOR) || name.equals("Member")) {
          all.add(name);
        }
      }
    }
    if (roles.stream().anyMatch(role -> role.endsWith(MODERATOR))) {
      all.add("Member");
    }
    return all;
  }

  private static boolean namesAny(JsonNode list, Set<String> names) {
    for (var item : list) {
      if (item.isString() && names.contains(item.stringValue())) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesIgnoringCase(JsonNode list, String name) {
    for (var item : list) {
      if (item.isString() && item.stringValue().equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }
}
