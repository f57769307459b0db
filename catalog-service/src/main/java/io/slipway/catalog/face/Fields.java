package io.slipway.catalog.face;

import io.slipway.chassis.json.Json;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of an answer that a client asks for by {@code fields}. */
public final class Fields {
  private Fields() {}

  /** The members named; dotted names reach into objects, and into each object of a list. */
  public static ObjectNode select(ObjectNode whole, Set<String> fields) {
    if (fields.isEmpty()) {
      return whole;
    }
    var selected = Json.object();
    for (var member : whole.properties()) {
      var name = member.getKey();
      if (fields.contains(name)) {
        selected.set(name, member.getValue());
      } else {
        var inner = below(name, fields);
        if (!inner.isEmpty()) {
          selected.set(name, inside(member.getValue(), inner));
        }
      }
    }
    return selected;
  }

  private static JsonNode inside(JsonNode value, Set<String> fields) {
    if (value instanceof ObjectNode object) {
      return select(object, fields);
    }
    if (value.isArray()) {
      var selected = Json.array();
      value.values().forEach(item -> selected.add(inside(item, fields)));
      return selected;
    }
    return value;
  }

  private static Set<String> below(String name, Set<String> fields) {
    var inner = new java.util.LinkedHashSet<String>();
    for (var field : fields) {
      if (field.startsWith(name + ".")) {
        inner.add(field.substring(name.length() + 1));
      }
    }
    return inner;
  }
}
