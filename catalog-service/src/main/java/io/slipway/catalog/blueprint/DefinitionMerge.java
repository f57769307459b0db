package io.slipway.catalog.blueprint;

import io.slipway.chassis.json.Json;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a new definition of an old one and a body. */
final class DefinitionMerge {
  /** What the server adds, and clients may send back. */
  private static final Set<String> META =
      Set.of("id", "createdAt", "createdBy", "updatedAt", "updatedBy");

  private static final List<String> MAPS =
      List.of(
          "relations",
          "mirrorProperties",
          "calculationProperties",
          "aggregationProperties",
          "formulaProperties");

  private DefinitionMerge() {}

  /** A body that stands for the whole definition. */
  static ObjectNode whole(ObjectNode body, @Nullable String identifier) {
    var definition = Json.object();
    if (identifier != null && !body.has("identifier")) {
      definition.put("identifier", identifier);
    }
    for (var member : body.properties()) {
      if (!META.contains(member.getKey())) {
        definition.set(member.getKey(), member.getValue());
      }
    }
    return definition;
  }

  /**
   * A body that changes what it names: top-level keys are replaced, maps are merged by key, and a
   * null removes.
   */
  static ObjectNode patched(ObjectNode before, ObjectNode body) {
    var definition = before.deepCopy();
    for (var member : body.properties()) {
      var name = member.getKey();
      var value = member.getValue();
      if (META.contains(name)) {
        continue;
      }
      if (value.isNull()) {
        definition.remove(name);
      } else if (name.equals("schema") && value.isObject()) {
        definition.set(name, patchedSchema(definition.get(name), (ObjectNode) value));
      } else if (MAPS.contains(name) && value.isObject()) {
        definition.set(name, mergedByKey(definition.get(name), (ObjectNode) value));
      } else {
        definition.set(name, value);
      }
    }
    return definition;
  }

  private static JsonNode patchedSchema(@Nullable JsonNode before, ObjectNode body) {
    var schema = objectOrEmpty(before);
    for (var member : body.properties()) {
      var name = member.getKey();
      var value = member.getValue();
      if (name.equals("properties") && value.isObject()) {
        var known = schema.get(name);
        schema.set(name, mergedByKey(known, withTypes(known, (ObjectNode) value)));
      } else {
        schema.set(name, value);
      }
    }
    return schema;
  }

  /** An existing property need not repeat its type. */
  private static ObjectNode withTypes(@Nullable JsonNode known, ObjectNode properties) {
    var typed = properties.deepCopy();
    for (var member : typed.properties()) {
      if (member.getValue() instanceof ObjectNode definition
          && !definition.has("type")
          && known != null
          && known.path(member.getKey()).has("type")) {
        definition.set("type", known.get(member.getKey()).get("type"));
      }
    }
    return typed;
  }

  private static ObjectNode mergedByKey(@Nullable JsonNode before, ObjectNode body) {
    var merged = objectOrEmpty(before);
    for (var member : body.properties()) {
      if (member.getValue().isNull()) {
        merged.remove(member.getKey());
      } else {
        merged.set(member.getKey(), member.getValue());
      }
    }
    return merged;
  }

  private static ObjectNode objectOrEmpty(@Nullable JsonNode value) {
    return value instanceof ObjectNode object ? object.deepCopy() : Json.object();
  }
}
