package io.slipway.actionapi.access;

import io.slipway.chassis.caller.Caller;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A person or service account, as the catalog knows them at this moment.
 *
 * @param teams identifiers and names of their teams, since permissions may name either
 * @param user the whole user as templates and events show it
 */
public record Person(
    String email,
    String userId,
    String status,
    Caller.Kind kind,
    Set<String> roles,
    Set<String> teams,
    JsonNode user) {

  /** Active ones may act, and invited ones, who become active by it. */
  public boolean mayAct() {
    return status.equalsIgnoreCase("Active") || status.equalsIgnoreCase("Invited");
  }

  /** As the caller of a request. */
  public Caller caller(String organization, String origin) {
    return new Caller(organization, userId, kind, email, roles, teams, origin, null);
  }

  /** As the caller of a request that an organisation's machine makes on their behalf. */
  public Caller behind(Caller machine) {
    return new Caller(
        machine.organization(),
        userId,
        kind,
        email,
        roles,
        teams,
        machine.origin(),
        machine.principal());
  }
}
