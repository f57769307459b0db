package io.slipway.actionapi.invocation;

import io.slipway.chassis.problem.Fault;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;

/** Whether one value fits its schema: type, allowed values, format, lengths, ranges, elements. */
final class ValueRules {
  private ValueRules() {}

  static void check(JsonNode schema, JsonNode value, String at, List<Fault> faults) {
    if (InputValidator.isEntity(schema) && InputValidator.identifier(value) != null) {
      return;
    }
    if (!ofType(schema, value)) {
      faults.add(new Fault(at, "must be " + schema.path("type").asString("string")));
      return;
    }
    allowed(schema, value, at, faults);
    if (value.isString()) {
      text(schema, value.stringValue(), at, faults);
    } else if (value.isNumber()) {
      number(schema, value.decimalValue(), at, faults);
    } else if (value.isArray()) {
      array(schema, value, at, faults);
    } else if (value.isObject()) {
      object(schema, value, at, faults);
    }
  }

  private static boolean ofType(JsonNode schema, JsonNode value) {
    return switch (schema.path("type").asString("")) {
      case "string" ->
          value.isString()
              || (value.isObject() && "labeled-url".equals(schema.path("format").asString("")));
      case "number" -> value.isNumber();
      case "integer" -> value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
      case "boolean" -> value.isBoolean();
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "null" -> value.isNull();
      default -> true;
    };
  }

  /** A list of values to choose from; for an array, each element may be one of them. */
  private static void allowed(JsonNode schema, JsonNode value, String at, List<Fault> faults) {
    var choices = schema.path("enum");
    if (!choices.isArray() || among(choices, value)) {
      return;
    }
    if (value.isArray() && !value.isEmpty()) {
      for (var item : value) {
        if (!among(choices, item)) {
          faults.add(new Fault(at, "must hold only the allowed values"));
          return;
        }
      }
      return;
    }
    if (!value.isArray()) {
      faults.add(new Fault(at, "must be equal to one of the allowed values"));
    }
  }

  private static boolean among(JsonNode choices, JsonNode value) {
    for (var choice : choices) {
      if (same(choice, value)) {
        return true;
      }
    }
    return false;
  }

  /** Equal as JSON: {@code 5} is {@code 5.0}. */
  static boolean same(JsonNode one, JsonNode other) {
    return one.equals(
        (a, b) ->
            a.isNumber() && b.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue())
                : a.equals(b) ? 0 : 1,
        other);
  }

  private static void text(JsonNode schema, String text, String at, List<Fault> faults) {
    int length = text.codePointCount(0, text.length());
    size(schema, "minLength", least -> length >= least, "fewer", "characters", at, faults);
    size(schema, "maxLength", most -> length <= most, "more", "characters", at, faults);
    var pattern = schema.path("pattern");
    if (pattern.isString()) {
      switch (BoundedPattern.find(pattern.stringValue(), text)) {
        case FOUND -> {}
        case NOT_FOUND ->
            faults.add(new Fault(at, "must match pattern \"" + pattern.stringValue() + "\""));
        case UNREADABLE ->
            faults.add(new Fault(at, "cannot be checked: the action's pattern is not valid"));
        case TOO_SLOW ->
            faults.add(new Fault(at, "cannot be checked: the action's pattern takes too long"));
      }
    }
    var format = schema.path("format").asString("");
    if (!Formats.fits(format, text)) {
      faults.add(new Fault(at, "must match format \"" + format + "\""));
    }
  }

  private static void number(JsonNode schema, BigDecimal value, String at, List<Fault> faults) {
    bound(schema, "minimum", value, sign -> sign >= 0, ">=", at, faults);
    bound(schema, "maximum", value, sign -> sign <= 0, "<=", at, faults);
    bound(schema, "exclusiveMinimum", value, sign -> sign > 0, ">", at, faults);
    bound(schema, "exclusiveMaximum", value, sign -> sign < 0, "<", at, faults);
  }

  private static void bound(
      JsonNode schema,
      String rule,
      BigDecimal value,
      IntPredicate holds,
      String words,
      String at,
      List<Fault> faults) {
    var bound = schema.path(rule);
    if (bound.isNumber() && !holds.test(value.compareTo(bound.decimalValue()))) {
      faults.add(new Fault(at, "must be " + words + " " + bound.asString()));
    }
  }

  private static void array(JsonNode schema, JsonNode value, String at, List<Fault> faults) {
    int count = value.size();
    size(schema, "minItems", least -> count >= least, "fewer", "items", at, faults);
    size(schema, "maxItems", most -> count <= most, "more", "items", at, faults);
    if (schema.path("uniqueItems").asBoolean(false)) {
      var seen = new HashSet<JsonNode>();
      for (var item : value) {
        if (!seen.add(item)) {
          faults.add(new Fault(at, "must NOT have duplicate items"));
          break;
        }
      }
    }
    var items = schema.path("items");
    if (items.isObject()) {
      for (int i = 0; i < count; i++) {
        check(items, value.get(i), at + "/" + i, faults);
      }
    }
  }

  private static void object(JsonNode schema, JsonNode value, String at, List<Fault> faults) {
    var properties = schema.path("properties");
    for (var name : schema.path("required")) {
      if (name.isString() && !value.has(name.stringValue())) {
        faults.add(new Fault(at, "must have required property '" + name.stringValue() + "'"));
      }
    }
    for (var member : value.properties()) {
      var inner = properties.path(member.getKey());
      var pointer = at + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
      if (inner.isObject()) {
        check(inner, member.getValue(), pointer, faults);
      } else if (schema.path("additionalProperties").isBoolean()
          && !schema.path("additionalProperties").booleanValue()) {
        faults.add(new Fault(pointer, "must NOT have additional properties"));
      }
    }
  }

  private static void size(
      JsonNode schema,
      String rule,
      IntPredicate holds,
      String words,
      String what,
      String at,
      List<Fault> faults) {
    var bound = schema.path(rule);
    if (bound.isInt() && !holds.test(bound.intValue())) {
      faults.add(
          new Fault(at, "must NOT have " + words + " than " + bound.intValue() + " " + what));
    }
  }
}
