package io.slipway.catalog.blueprint;

import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.schema.Formats;
import io.slipway.chassis.json.Json;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Checks who owns entities, and where changes are told. */
final class OwnershipRules {
  private final Faults faults;

  OwnershipRules(Faults faults) {
    this.faults = faults;
  }

  void check(JsonNode definition) {
    var ownership = definition.get("ownership");
    if (ownership != null && !ownership.isNull()) {
      checkOwnership(ownership);
    }
    var destination = definition.get("changelogDestination");
    if (destination != null && !destination.isNull()) {
      checkDestination(destination);
    }
    var inheritance = definition.get("teamInheritance");
    if (inheritance != null && !inheritance.isNull() && !inheritance.isObject()) {
      faults.add("/teamInheritance", "must be object");
    }
  }

  private void checkOwnership(JsonNode ownership) {
    if (!ownership.isObject()) {
      faults.add("/ownership", "must be object");
      return;
    }
    if (ownership.has("title") && Json.string(ownership, "title") == null) {
      faults.add("/ownership/title", "must be string");
    }
    var type = Json.string(ownership, "type");
    if ("Inherited".equals(type)) {
      DefinitionValidator.closed(faults, ownership, Set.of("type", "path", "title"), "/ownership");
      DefinitionValidator.requiredText(faults, ownership, "path", "/ownership");
    } else if ("Direct".equals(type)) {
      DefinitionValidator.closed(faults, ownership, Set.of("type", "title"), "/ownership");
    } else if (!ownership.has("type")) {
      faults.add("/ownership", "must have required property 'type'");
    } else {
      faults.add(
          "/ownership/type", "must be equal to one of the allowed values: Direct, Inherited");
    }
  }

  private void checkDestination(JsonNode destination) {
    if (!destination.isObject()) {
      faults.add("/changelogDestination", "must be object");
      return;
    }
    var type = Json.string(destination, "type");
    if ("WEBHOOK".equals(type)) {
      DefinitionValidator.closed(
          faults, destination, Set.of("type", "url", "agent"), "/changelogDestination");
      var url =
          DefinitionValidator.requiredText(faults, destination, "url", "/changelogDestination");
      if (url != null && !Formats.isUrl(url)) {
        faults.add("/changelogDestination/url", "must match format \"url\"");
      }
      if (destination.has("agent") && !destination.path("agent").isBoolean()) {
        faults.add("/changelogDestination/agent", "must be boolean");
      }
    } else if ("KAFKA".equals(type)) {
      DefinitionValidator.closed(faults, destination, Set.of("type"), "/changelogDestination");
    } else if (!destination.has("type")) {
      faults.add("/changelogDestination", "must have required property 'type'");
    } else {
      faults.add(
          "/changelogDestination/type",
          "must be equal to one of the allowed values: KAFKA, WEBHOOK");
    }
  }
}
