package io.slipway.catalog.permission;

import io.slipway.catalog.access.Permissions;
import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.schema.Storable;
import io.slipway.chassis.json.Json;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks the shape of a change of permissions; whom it names is asked elsewhere. Pure. */
final class PermissionBody {
  private static final Set<String> BLOCK =
      Set.of("users", "roles", "teams", "ownedByTeam", "policy");

  private final Faults faults = new Faults();
  private final Set<String> users = new LinkedHashSet<>();
  private final Set<String> roles = new LinkedHashSet<>();
  private final Set<String> teams = new LinkedHashSet<>();
  private final ObjectNode unknown = Json.object();

  private PermissionBody() {}

  /** Whom a change names. */
  record Named(Set<String> users, Set<String> roles, Set<String> teams) {}

  /**
   * Whom a valid change names.
   *
   * @throws io.slipway.chassis.problem.Refusal 422 {@code invalid_request} for a wrong shape,
   *     {@code invalid_permissions} for a part that the blueprint does not have
   */
  static Named check(JsonNode body, Permissions permissions) {
    var check = new PermissionBody();
    check.checkAll(body, permissions);
    return new Named(check.users, check.roles, check.teams);
  }

  private void checkAll(JsonNode body, Permissions permissions) {
    if (!body.isObject()) {
      throw Faults.refusal("invalid_request", "", "The body must be object");
    }
    Storable.check(body, "", faults);
    for (var name : body.propertyNames()) {
      if (!name.equals("entities")) {
        faults.add(Faults.at("", name), "is unknown: must NOT have additional properties");
      }
    }
    var entities = body.get("entities");
    if (entities == null) {
      faults.add("", "must have required property 'entities'");
    } else if (!entities.isObject()) {
      faults.add("/entities", "must be object");
    } else {
      var properties = unknown.putArray("invalidProperties");
      var relations = unknown.putArray("invalidRelations");
      for (var member : entities.properties()) {
        var place = Faults.at("/entities", member.getKey());
        switch (member.getKey()) {
          case Permissions.BY_PROPERTY ->
              inner(member.getValue(), permissions.propertyKeys(), properties, place);
          case Permissions.BY_RELATION ->
              inner(member.getValue(), permissions.relations(), relations, place);
          default -> outer(member.getKey(), member.getValue(), place);
        }
      }
      faults.refuseAny("invalid_request");
      if (!properties.isEmpty() || !relations.isEmpty()) {
        throw EditPermissions.invalid("You cannot update permissions on unknown fields", unknown);
      }
    }
    faults.refuseAny("invalid_request");
  }

  private void outer(String name, JsonNode block, String place) {
    if (Permissions.OPERATIONS.contains(name)) {
      block(block, place);
    } else {
      faults.add(place, "is unknown: must NOT have additional properties");
    }
  }

  private void inner(
      JsonNode blocks,
      Set<String> known,
      tools.jackson.databind.node.ArrayNode invalid,
      String place) {
    if (!blocks.isObject()) {
      faults.add(place, "must be object");
      return;
    }
    for (var member : blocks.properties()) {
      if (!known.contains(member.getKey())) {
        invalid.add(member.getKey());
      }
      block(member.getValue(), Faults.at(place, member.getKey()));
    }
  }

  private void block(JsonNode block, String place) {
    if (!block.isObject()) {
      faults.add(place, "must be object");
      return;
    }
    for (var name : block.propertyNames()) {
      if (!BLOCK.contains(name)) {
        faults.add(Faults.at(place, name), "is unknown: must NOT have additional properties");
      }
    }
    names(block, "users", users, place);
    names(block, "roles", roles, place);
    names(block, "teams", teams, place);
    var owned = block.get("ownedByTeam");
    if (owned != null && !owned.isBoolean() && !owned.isNull()) {
      faults.add(Faults.at(place, "ownedByTeam"), "must be boolean");
    }
    policy(block.get("policy"), Faults.at(place, "policy"));
  }

  private void policy(@org.jspecify.annotations.Nullable JsonNode policy, String place) {
    if (policy == null || policy.isNull()) {
      return;
    }
    if (!policy.isObject()) {
      faults.add(place, "must be object");
    } else if (!policy.has("combinator")) {
      faults.add(place, "must have required property 'combinator'");
    } else if (!policy.path("rules").isArray()) {
      faults.add(
          policy.has("rules") ? Faults.at(place, "rules") : place,
          policy.has("rules") ? "must be array" : "must have required property 'rules'");
    } else if (!Set.of("and", "or").contains(policy.path("combinator").asString(""))) {
      faults.add(
          Faults.at(place, "combinator"), "must be equal to one of the allowed values: and, or");
    }
  }

  private void names(JsonNode block, String member, Set<String> into, String place) {
    var list = block.get(member);
    if (list == null || list.isNull()) {
      return;
    }
    var at = Faults.at(place, member);
    if (!list.isArray()) {
      faults.add(at, "must be array");
      return;
    }
    int index = 0;
    for (var name : list.values()) {
      if (name.isString()) {
        into.add(name.stringValue());
      } else {
        faults.add(Faults.at(at, index), "must be string");
      }
      index++;
    }
  }
}
