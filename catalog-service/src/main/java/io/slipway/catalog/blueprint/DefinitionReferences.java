package io.slipway.catalog.blueprint;

import io.slipway.chassis.json.Json;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The blueprints that a definition names, and how it follows when one of them is renamed. */
final class DefinitionReferences {
  private DefinitionReferences() {}

  /** The targets of relations and aggregations. */
  static Set<String> targets(JsonNode definition) {
    var targets = new LinkedHashSet<String>();
    for (var kind : new String[] {"relations", "aggregationProperties"}) {
      for (var one : Blueprint.members(definition.get(kind)).values()) {
        var target = Json.string(one, "target");
        if (target != null) {
          targets.add(target);
        }
      }
    }
    return targets;
  }

  /** The definition with one name replaced wherever it names a blueprint. */
  static ObjectNode renamed(ObjectNode definition, String from, String to) {
    var renamed = definition.deepCopy();
    for (var kind : new String[] {"relations", "aggregationProperties"}) {
      for (var one : Blueprint.members(renamed.get(kind)).values()) {
        replace(one, "target", from, to);
        var filters = one.get("pathFilter");
        if (filters != null && filters.isArray()) {
          filters.values().forEach(filter -> replace(filter, "fromBlueprint", from, to));
        }
      }
    }
    return renamed;
  }

  private static void replace(JsonNode holder, String member, String from, String to) {
    if (holder instanceof ObjectNode object && from.equals(Json.string(object, member))) {
      object.put(member, to);
    }
  }
}
