package io.slipway.notifier.channel;

import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.databind.JsonNode;

/**
 * Prints JSON as {@code JSON.stringify} does. Receivers verify a signature over what their own
 * parser prints again, so what we sign has to be a fixed point of that.
 */
public final class StringifiedJson {
  private static final int MOST_DIGITS = 21; // a longer whole number is printed with an exponent

  private StringifiedJson() {}

  /** The compact text of a value. */
  public static String of(JsonNode value) {
    var text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(JsonNode value, StringBuilder text) {
    switch (value.getNodeType()) {
      case OBJECT -> {
        var separator = "{";
        for (var property : value.properties()) {
          text.append(separator);
          quote(property.getKey(), text);
          text.append(':');
          write(property.getValue(), text);
          separator = ",";
        }
        text.append(value.isEmpty() ? "{}" : "}");
      }
      case ARRAY -> {
        var separator = "[";
        for (var element : value) {
          text.append(separator);
          write(element, text);
          separator = ",";
        }
        text.append(value.isEmpty() ? "[]" : "]");
      }
      case STRING -> quote(value.stringValue(), text);
      case NUMBER -> text.append(number(value.decimalValue()));
      case BOOLEAN -> text.append(value.booleanValue());
      case NULL, MISSING -> text.append("null");
      case BINARY, POJO -> throw new IllegalArgumentException("no JSON: " + value.getNodeType());
    }
  }

  /**
   * Whole numbers keep all their digits; others are what a double can say, in the fewest digits.
   */
  static String number(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    if (isWhole(value) && value.precision() - value.scale() <= MOST_DIGITS) {
      return value.toBigInteger().toString();
    }
    return ofDouble(value.doubleValue());
  }

  private static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }

  private static String ofDouble(double value) {
    if (!Double.isFinite(value)) {
      return "null";
    }
    if (value == 0) {
      return "0";
    }
    var shortest = shortest(Math.abs(value));
    var digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale(); // digits before the decimal point
    return (value < 0 ? "-" : "") + layOut(digits, point);
  }

  /** The fewest digits that mean this double; Java alone prefers two digits where one would do. */
  private static BigDecimal shortest(double value) {
    var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    var one = digits.round(new MathContext(1));
    return one.doubleValue() == value ? one.stripTrailingZeros() : digits;
  }

  /** The layout of ECMAScript's Number::toString. */
  private static String layOut(String digits, int point) {
    int count = digits.length();
    if (count <= point && point <= MOST_DIGITS) {
      return digits + "0".repeat(point - count);
    }
    if (0 < point && point <= MOST_DIGITS) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (-6 < point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    int exponent = point - 1;
    var mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }

  private static void quote(String string, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ' || isAlone(string, i)) {
            text.append("\\u%04x".formatted((int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  /** True for half of a pair whose other half is missing. */
  private static boolean isAlone(String string, int at) {
    char c = string.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == string.length() || !Character.isLowSurrogate(string.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(string.charAt(at - 1)));
  }
}
