package io.slipway.chassis.jq;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.slipway.chassis.json.Json;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * Carries values between our Jackson and the older one that the JQ library speaks; what passes
 * through unchanged keeps the text of its numbers.
 */
final class Nodes {
  private static final JsonNodeFactory OLD = JsonNodeFactory.withExactBigDecimals(true);
  static final JsonNode NULL = Json.MAPPER.nullNode();

  private static final tools.jackson.databind.node.JsonNodeFactory OURS =
      Json.MAPPER.getNodeFactory();

  /** JQ writes a whole number without a fraction, as long as it is exact. */
  private static final double LARGEST_WHOLE = 1e17;

  private final int depth;
  private int left;

  private Nodes(JqLimits limits, int left) {
    this.depth = limits.depth();
    this.left = left;
  }

  /** A budget for the output of one program. */
  static Nodes within(JqLimits limits) {
    return new Nodes(limits, limits.output());
  }

  static com.fasterxml.jackson.databind.JsonNode old(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> {
        var object = OLD.objectNode();
        value.properties().forEach(one -> object.set(one.getKey(), old(one.getValue())));
        yield object;
      }
      case ARRAY -> {
        var array = OLD.arrayNode();
        value.values().forEach(one -> array.add(old(one)));
        yield array;
      }
      case STRING -> OLD.textNode(value.stringValue());
      case BOOLEAN -> OLD.booleanNode(value.booleanValue());
      case NUMBER -> number(value);
      case NULL, MISSING, BINARY, POJO -> OLD.nullNode();
    };
  }

  private static com.fasterxml.jackson.databind.JsonNode number(JsonNode value) {
    if (value.isIntegralNumber()) {
      return value.canConvertToLong()
          ? longOrInt(value.longValue())
          : OLD.numberNode(value.bigIntegerValue());
    }
    return DecimalNode.valueOf(value.decimalValue());
  }

  private static com.fasterxml.jackson.databind.JsonNode longOrInt(long value) {
    return (int) value == value ? OLD.numberNode((int) value) : OLD.numberNode(value);
  }

  /** A value that a program put out, within what is left of the budget. */
  JsonNode ours(com.fasterxml.jackson.databind.JsonNode value) {
    return ours(value, 0);
  }

  private JsonNode ours(com.fasterxml.jackson.databind.JsonNode value, int level) {
    if (level > depth) {
      throw new Meter.UsedUp("its output is nested too deep");
    }
    spend(1);
    return switch (value.getNodeType()) {
      case OBJECT -> {
        var object = OURS.objectNode();
        value
            .properties()
            .forEach(
                one -> {
                  spend(one.getKey().length());
                  object.set(one.getKey(), ours(one.getValue(), level + 1));
                });
        yield object;
      }
      case ARRAY -> {
        var array = OURS.arrayNode();
        value.forEach(one -> array.add(ours(one, level + 1)));
        yield array;
      }
      case STRING -> {
        spend(value.textValue().length());
        yield OURS.stringNode(value.textValue());
      }
      case BOOLEAN -> OURS.booleanNode(value.booleanValue());
      case NUMBER -> number(value);
      case NULL, MISSING, BINARY, POJO -> OURS.nullNode();
    };
  }

  private static JsonNode number(com.fasterxml.jackson.databind.JsonNode value) {
    if (value.isIntegralNumber()) {
      return value.canConvertToLong()
          ? OURS.numberNode(value.longValue())
          : OURS.numberNode(value.bigIntegerValue());
    }
    if (value.isBigDecimal()) {
      return OURS.numberNode(value.decimalValue());
    }
    var number = value.doubleValue();
    if (number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE) {
      return OURS.numberNode((long) number);
    }
    return Double.isFinite(number) ? OURS.numberNode(BigDecimal.valueOf(number)) : OURS.nullNode();
  }

  private void spend(int size) {
    left -= size;
    if (left < 0) {
      throw new Meter.UsedUp("it put out too much");
    }
  }
}
