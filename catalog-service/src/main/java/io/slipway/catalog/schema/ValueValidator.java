package io.slipway.catalog.schema;

import io.slipway.chassis.json.Json;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks a value against the definition of a property. Nothing is coerced: a number is never taken
 * for a string. Every fault is told with the place of the value that offends.
 */
public final class ValueValidator {
  private final Faults faults;

  public ValueValidator(Faults faults) {
    this.faults = faults;
  }

  /**
   * Checks one value.
   *
   * @param definition of the property, or a schema inside one
   * @param pointer where the value stands in the body
   */
  public void check(JsonNode definition, JsonNode value, String pointer) {
    var type = Json.string(definition, "type");
    if (type != null && !has(type, value)) {
      faults.add(pointer, "must be " + type);
      return;
    }
    checkEnum(definition, value, pointer);
    if (value.isString()) {
      checkText(definition, value.stringValue(), pointer);
    } else if (value.isNumber()) {
      checkNumber(definition, value, pointer);
    } else if (value.isArray()) {
      checkArray(definition, value, pointer);
    } else if (value.isObject()) {
      new ObjectValidator(this, faults).check(definition, value, pointer);
    }
  }

  private static boolean has(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isString();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "null" -> value.isNull();
      default -> true;
    };
  }

  private void checkEnum(JsonNode definition, JsonNode value, String pointer) {
    var allowed = definition.get("enum");
    if (allowed == null || !allowed.isArray()) {
      return;
    }
    for (var one : allowed.values()) {
      if (same(one, value)) {
        return;
      }
    }
    faults.add(pointer, "must be equal to one of the allowed values " + Json.text(allowed));
  }

  /** Equality as JSON has it: 1 and 1.0 are the same number. */
  static boolean same(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    return one.equals(other);
  }

  private void checkText(JsonNode definition, String text, String pointer) {
    int length = text.codePointCount(0, text.length());
    var shortest = number(definition, "minLength");
    if (shortest != null && shortest.intValue() > length) {
      faults.add(pointer, "must NOT have fewer than " + shortest.intValue() + " characters");
    }
    var longest = number(definition, "maxLength");
    if (longest != null && longest.intValue() < length) {
      faults.add(pointer, "must NOT have more than " + longest.intValue() + " characters");
    }
    var pattern = Json.string(definition, "pattern");
    if (pattern != null && !BoundedPattern.finds(pattern, text)) {
      faults.add(pointer, "must match pattern \"" + pattern + "\"");
    }
    var format = Json.string(definition, "format");
    var fault = format == null ? null : Formats.fault(format, text);
    if (fault != null) {
      faults.add(pointer, fault);
    }
  }

  private void checkNumber(JsonNode definition, JsonNode value, String pointer) {
    bound(definition, value, pointer, "minimum", ">=");
    bound(definition, value, pointer, "maximum", "<=");
    bound(definition, value, pointer, "exclusiveMinimum", ">");
    bound(definition, value, pointer, "exclusiveMaximum", "<");
  }

  private void bound(
      JsonNode definition, JsonNode value, String pointer, String keyword, String sign) {
    var limit = number(definition, keyword);
    if (limit == null) {
      return;
    }
    int order = value.decimalValue().compareTo(limit.decimalValue());
    var within =
        switch (sign) {
          case ">=" -> order >= 0;
          case "<=" -> order <= 0;
          case ">" -> order > 0;
          default -> order < 0;
        };
    if (!within) {
      faults.add(pointer, "must be " + sign + " " + Json.text(limit));
    }
  }

  private void checkArray(JsonNode definition, JsonNode value, String pointer) {
    var fewest = number(definition, "minItems");
    if (fewest != null && fewest.intValue() > value.size()) {
      faults.add(pointer, "must NOT have fewer than " + fewest.intValue() + " items");
    }
    var most = number(definition, "maxItems");
    if (most != null && most.intValue() < value.size()) {
      faults.add(pointer, "must NOT have more than " + most.intValue() + " items");
    }
    var unique = definition.get("uniqueItems");
    if (unique != null && unique.isBoolean() && unique.booleanValue() && repeats(value)) {
      faults.add(pointer, "must NOT have duplicate items");
    }
    var items = definition.get("items");
    if (items != null && items.isObject()) {
      int index = 0;
      for (var item : value.values()) {
        check(items, item, Faults.at(pointer, index++));
      }
    }
  }

  private static boolean repeats(JsonNode array) {
    var seen = new HashSet<String>();
    for (var item : array.values()) {
      if (!seen.add(Json.text(item))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable JsonNode number(JsonNode definition, String keyword) {
    var value = definition.get(keyword);
    return value != null && value.isNumber() ? value : null;
  }
}
