package io.slipway.catalog.people;

import io.slipway.catalog.access.AccessPolicy;
import io.slipway.catalog.schema.Faults;
import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Roles, between the two ways in which they are written: a list of names, and the properties {@code
 * port_role} and {@code moderated_blueprints}. One has a main role and may moderate blueprints
 * besides; who only moderates has the main role Moderator.
 */
final class Roles {
  static final String ADMIN = "Admin";
  static final String MEMBER = "Member";
  static final String MODERATOR = "Moderator";

  private Roles() {}

  /** The names of the roles that the properties of a user give. */
  static List<String> of(JsonNode properties) {
    var roles = new LinkedHashSet<String>();
    var main = Json.string(properties, "port_role");
    if (main != null && !main.equals(MODERATOR)) {
      roles.add(main);
    }
    var moderated = properties.get("moderated_blueprints");
    if (moderated != null && moderated.isArray()) {
      moderated.values().forEach(one -> roles.add(AccessPolicy.moderatorOf(one.asString(""))));
    }
    if (roles.isEmpty()) {
      roles.add(MEMBER);
    }
    return List.copyOf(roles);
  }

  /**
   * Writes the properties that give these roles.
   *
   * @param place where they stand in the body of the request
   * @throws io.slipway.chassis.problem.Refusal 422 for a name that is no role here
   */
  static void write(
      List<String> roles, Set<String> blueprints, ObjectNode properties, String place) {
    var moderated = new ArrayList<String>();
    var main = MODERATOR;
    for (int i = 0; i < roles.size(); i++) {
      var role = roles.get(i);
      var blueprint = AccessPolicy.moderated(role);
      if (role.equals(ADMIN) || role.equals(MEMBER)) {
        main = main.equals(ADMIN) ? ADMIN : role;
      } else if (blueprints.contains(blueprint)) {
        moderated.add(blueprint);
      } else {
        throw Faults.refusal(
            "invalid_request",
            Faults.at(place, i),
            "must be Admin, Member or the moderator of a blueprint, and \""
                + role
                + "\" is neither");
      }
    }
    properties.put("port_role", main);
    properties.set("moderated_blueprints", Json.strings(moderated));
  }
}
