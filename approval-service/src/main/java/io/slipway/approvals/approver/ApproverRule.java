package io.slipway.approvals.approver;

import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What an action says about who may approve: these users, whoever has one of these roles, whoever
 * is in one of these teams. A policy, where there is one, is the only list.
 *
 * @param byPolicy true when a policy decides, and the lists therefore say nothing
 */
public record ApproverRule(
    List<String> users, List<String> roles, List<String> teams, boolean byPolicy) {

  public ApproverRule {
    users = List.copyOf(users);
    roles = List.copyOf(roles);
    teams = List.copyOf(teams);
  }

  /** Reads the {@code approve} part of an action's permissions; what is absent names nobody. */
  public static ApproverRule of(JsonNode permissions) {
    var approve = permissions.path("approve");
    return new ApproverRule(
        texts(approve.path("users")),
        texts(approve.path("roles")),
        texts(approve.path("teams")),
        approve.path("policy").isObject());
  }

  /** True when no list can find anybody, so that nobody need be asked. */
  public boolean namesNobody() {
    return byPolicy || (users.isEmpty() && roles.isEmpty() && teams.isEmpty());
  }

  /** The form in which it is kept and sent. */
  public JsonNode lists() {
    var lists = Json.object();
    lists.set("users", Json.strings(users));
    lists.set("roles", Json.strings(roles));
    lists.set("teams", Json.strings(teams));
    return lists;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    for (var value : array) {
      if (value.isString()) {
        texts.add(value.stringValue());
      }
    }
    return texts;
  }
}
