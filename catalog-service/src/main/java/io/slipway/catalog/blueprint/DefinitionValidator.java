package io.slipway.catalog.blueprint;

import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.schema.PropertyRules;
import io.slipway.catalog.schema.Storable;
import io.slipway.chassis.json.Json;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks the shape of a definition; whether its targets exist is asked elsewhere. */
public final class DefinitionValidator {
  private static final Pattern IDENTIFIER =
      Pattern.compile("^(?!\\.{1,2}$)[\\p{L}0-9@_.+:\\\\/-]+$");

  private final Faults faults = new Faults();
  private final PropertyRules rules = new PropertyRules(faults);

  private DefinitionValidator() {}

  /** Everything that is wrong with a definition. */
  public static Faults check(JsonNode definition) {
    var validator = new DefinitionValidator();
    validator.checkAll(definition);
    return validator.faults;
  }

  private void checkAll(JsonNode definition) {
    Storable.check(definition, "", faults);
    checkIdentifier(definition.get("identifier"));
    var title = definition.get("title");
    if (title == null || title.isNull()) {
      faults.add("", "must have required property 'title'");
    } else if (title.isString() && title.stringValue().isEmpty()) {
      faults.add("/title", "must NOT have fewer than 1 characters");
    }
    rules.checkText(definition, "title", 100, "");
    rules.checkText(definition, "description", 200, "");
    rules.checkText(definition, "icon", Integer.MAX_VALUE, "");
    checkSchema(definition.get("schema"));
    new RelationRules(faults, rules).check(definition.get("relations"));
    new ComputedRules(faults, rules).check(definition);
    new OwnershipRules(faults).check(definition);
    checkNamesMeetOnce(definition);
    var global = definition.get("includeInGlobalSearch");
    if (global != null && !global.isNull() && !global.isBoolean()) {
      faults.add("/includeInGlobalSearch", "must be boolean");
    }
  }

  private void checkIdentifier(@Nullable JsonNode identifier) {
    if (identifier == null || identifier.isNull()) {
      faults.add("", "must have required property 'identifier'");
    } else if (!identifier.isString()) {
      faults.add("/identifier", "must be string");
    } else if (!IDENTIFIER.matcher(identifier.stringValue()).matches()) {
      faults.add("/identifier", "must match pattern \"" + IDENTIFIER.pattern() + "\"");
    } else if (identifier.stringValue().length() > 100) {
      faults.add("/identifier", "must NOT have more than 100 characters");
    }
  }

  private void checkSchema(@Nullable JsonNode schema) {
    if (schema == null || schema.isNull()) {
      faults.add("", "must have required property 'schema'");
      return;
    }
    if (!schema.isObject()) {
      faults.add("/schema", "must be object");
      return;
    }
    closed(faults, schema, Set.of("properties", "required"), "/schema");
    var properties = schema.get("properties");
    if (properties == null) {
      faults.add("/schema", "must have required property 'properties'");
      return;
    }
    if (!properties.isObject()) {
      faults.add("/schema/properties", "must be object");
      return;
    }
    for (var property : properties.properties()) {
      var place = Faults.at("/schema/properties", property.getKey());
      rules.checkName(property.getKey(), place);
      rules.checkDefinition(property.getValue(), place);
    }
    checkRequired(schema.get("required"), properties);
  }

  private void checkRequired(@Nullable JsonNode required, JsonNode properties) {
    if (required == null) {
      return;
    }
    if (!required.isArray()) {
      faults.add("/schema/required", "must be array");
      return;
    }
    int index = 0;
    for (var name : required.values()) {
      var place = Faults.at("/schema/required", index++);
      if (!name.isString()) {
        faults.add(place, "must be string");
      } else if (!properties.has(name.stringValue())) {
        faults.add(place, "must name a property, and '" + name.stringValue() + "' is none");
      }
    }
  }

  /** Stored and computed values are delivered side by side, so no name may be both. */
  private void checkNamesMeetOnce(JsonNode definition) {
    var names =
        new HashSet<>(Blueprint.members(definition.path("schema").get("properties")).keySet());
    for (var kind : Blueprint.COMPUTED) {
      for (var name : Blueprint.members(definition.get(kind)).keySet()) {
        if (!names.add(name)) {
          faults.add(Faults.at("/" + kind, name), "must NOT repeat the name of another property");
        }
      }
    }
  }

  static void closed(Faults faults, JsonNode object, Set<String> known, String pointer) {
    for (var name : object.propertyNames()) {
      if (!known.contains(name)) {
        faults.add(Faults.at(pointer, name), "is unknown: must NOT have additional properties");
      }
    }
  }

  static @Nullable String requiredText(
      Faults faults, JsonNode object, String member, String pointer) {
    var value = object.get(member);
    if (value == null) {
      faults.add(pointer, "must have required property '" + member + "'");
      return null;
    }
    if (!value.isString()) {
      faults.add(Faults.at(pointer, member), "must be string");
      return null;
    }
    return Json.string(object, member);
  }
}
