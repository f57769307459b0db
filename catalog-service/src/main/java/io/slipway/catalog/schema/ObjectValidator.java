package io.slipway.catalog.schema;

import io.slipway.chassis.json.Json;
import tools.jackson.databind.JsonNode;

/** Checks the members of an object property, which may carry a schema of their own. */
final class ObjectValidator {
  private static final JsonNode LABELED_URL =
      Json.parse(
          """
          {"required": ["url"],
           "properties": {"url": {"type": "string", "format": "url"},
                          "displayText": {"type": "string"}}}
          """);

  private final ValueValidator values;
  private final Faults faults;

  ObjectValidator(ValueValidator values, Faults faults) {
    this.values = values;
    this.faults = faults;
  }

  void check(JsonNode definition, JsonNode object, String pointer) {
    if ("labeled-url".equals(Json.string(definition, "format"))) {
      checkMembers(LABELED_URL, object, pointer);
    }
    checkMembers(definition, object, pointer);
  }

  private void checkMembers(JsonNode definition, JsonNode object, String pointer) {
    var required = definition.get("required");
    if (required != null && required.isArray()) {
      for (var name : required.values()) {
        if (name.isString() && !object.has(name.stringValue())) {
          faults.add(pointer, "must have required property '" + name.stringValue() + "'");
        }
      }
    }
    object
        .properties()
        .forEach(member -> checkMember(definition, member.getKey(), member.getValue(), pointer));
  }

  private void checkMember(JsonNode definition, String name, JsonNode value, String pointer) {
    var place = Faults.at(pointer, name);
    var known = false;
    var properties = definition.get("properties");
    if (properties != null && properties.get(name) != null) {
      known = true;
      values.check(properties.get(name), value, place);
    }
    var patterns = definition.get("patternProperties");
    if (patterns != null && patterns.isObject()) {
      for (var pattern : patterns.properties()) {
        if (BoundedPattern.finds(pattern.getKey(), name)) {
          known = true;
          values.check(pattern.getValue(), value, place);
        }
      }
    }
    var others = definition.get("additionalProperties");
    if (known || others == null) {
      return;
    }
    if (others.isBoolean() && !others.booleanValue()) {
      faults.add(place, "must NOT be here: must NOT have additional properties");
    } else if (others.isObject()) {
      values.check(others, value, place);
    }
  }
}
