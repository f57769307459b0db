package io.slipway.catalog.blueprint;

import io.slipway.chassis.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * A directed link from entities of one blueprint to entities of another.
 *
 * @param target identifier of the blueprint at the other end
 * @param required whether every entity must have it
 * @param many whether an entity may link to several
 */
public record RelationDefinition(String identifier, String target, boolean required, boolean many) {

  static RelationDefinition read(String identifier, JsonNode definition) {
    var target = Json.string(definition, "target");
    return new RelationDefinition(
        identifier,
        target == null ? "" : target,
        flag(definition, "required"),
        flag(definition, "many"));
  }

  private static boolean flag(JsonNode definition, String member) {
    var value = definition.get(member);
    return value != null && value.isBoolean() && value.booleanValue();
  }
}
