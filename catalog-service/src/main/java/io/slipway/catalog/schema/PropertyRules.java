package io.slipway.catalog.schema;

import io.slipway.chassis.json.Json;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Checks definitions of properties when a blueprint is saved. */
public final class PropertyRules {
  private static final Pattern NAME = Pattern.compile("^[A-Za-z0-9@_=\\\\-]+$");
  private static final int LONGEST_NAME = 100;
  private static final Set<String> TYPES = Set.of("string", "number", "boolean", "object", "array");

  private final Faults faults;

  private final BoundRules bounds;

  public PropertyRules(Faults faults) {
    this.faults = faults;
    this.bounds = new BoundRules(faults);
  }

  /** Checks the name of a property, a computed property or a relation. */
  public void checkName(String name, String pointer) {
    if (!NAME.matcher(name).matches()) {
      faults.add(pointer, "must match pattern \"" + NAME.pattern() + "\"");
    } else if (name.length() > LONGEST_NAME) {
      faults.add(pointer, "must NOT have more than " + LONGEST_NAME + " characters");
    }
  }

  /** Checks one definition; the default is not checked, as clients rely on that. */
  public void checkDefinition(JsonNode definition, String pointer) {
    if (!definition.isObject()) {
      faults.add(pointer, "must be object");
      return;
    }
    var type = definition.get("type");
    if (type == null) {
      faults.add(pointer, "must have required property 'type'");
    } else if (!type.isString() || !TYPES.contains(type.stringValue())) {
      faults.add(
          Faults.at(pointer, "type"),
          "must be equal to one of the allowed values: string, number, boolean, object, array");
    }
    checkText(definition, "title", 100, pointer);
    checkText(definition, "description", Integer.MAX_VALUE, pointer);
    checkText(definition, "icon", Integer.MAX_VALUE, pointer);
    checkWords(definition, pointer);
    checkEnum(definition, pointer);
    checkItems(definition, pointer);
    bounds.check(definition, pointer);
  }

  /** Checks a member that must be a text when it is there. */
  public void checkText(JsonNode object, String member, int longest, String pointer) {
    var value = object.get(member);
    if (value == null || value.isNull()) {
      return;
    }
    if (!value.isString()) {
      faults.add(Faults.at(pointer, member), "must be string");
    } else if (value.stringValue().codePointCount(0, value.stringValue().length()) > longest) {
      faults.add(Faults.at(pointer, member), "must NOT have more than " + longest + " characters");
    }
  }

  private void checkWords(JsonNode definition, String pointer) {
    checkOneOf(definition, "format", Formats.KNOWN, pointer);
    checkOneOf(definition, "spec", Formats.SPECS, pointer);
    if (definition.has("specAuthentication")
        && !"embedded-url".equals(Json.string(definition, "spec"))) {
      faults.add(
          Faults.at(pointer, "specAuthentication"), "is only possible with spec \"embedded-url\"");
    }
    var pattern = definition.get("pattern");
    if (pattern != null
        && !(pattern.isString() && BoundedPattern.compiles(pattern.stringValue()))) {
      faults.add(Faults.at(pointer, "pattern"), "must be a valid regular expression");
    }
  }

  private void checkOneOf(JsonNode definition, String member, Set<String> known, String pointer) {
    var value = definition.get(member);
    if (value != null && !(value.isString() && known.contains(value.stringValue()))) {
      faults.add(
          Faults.at(pointer, member), "must be equal to one of the allowed values: " + list(known));
    }
  }

  private static String list(Set<String> words) {
    return String.join(", ", words.stream().sorted().toList());
  }

  private void checkEnum(JsonNode definition, String pointer) {
    var allowed = definition.get("enum");
    if (allowed == null) {
      return;
    }
    var place = Faults.at(pointer, "enum");
    if (!allowed.isArray() || allowed.isEmpty()) {
      faults.add(place, "must NOT have fewer than 1 items");
      return;
    }
    var seen = new HashSet<String>();
    for (var value : allowed.values()) {
      if (!seen.add(Json.text(value))) {
        faults.add(place, "must NOT have duplicate items");
        return;
      }
    }
  }

  private void checkItems(JsonNode definition, String pointer) {
    var items = definition.get("items");
    if (items == null) {
      return;
    }
    var place = Faults.at(pointer, "items");
    if (!items.isObject()) {
      faults.add(place, "must be object");
      return;
    }
    checkOneOf(items, "type", TYPES, place);
    checkWords(items, place);
    checkEnum(items, place);
    bounds.check(items, place);
  }
}
