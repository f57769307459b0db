package io.slipway.orchestrator.dispatch;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes JSON in the one form that Python parses and writes again unchanged: {@code
 * json.dumps(value, separators=(",", ":"), ensure_ascii=False)}. Agents check signatures over what
 * they get by writing it again, so this text is a fixed point of that.
 */
public final class PythonJson {
  /** Python refuses longer integers, and so does whoever parses ours. */
  private static final int MOST_DIGITS = 400;

  private final StringBuilder text = new StringBuilder(1024);

  private PythonJson() {}

  /** A value that has no such form. */
  public static final class Unwritable extends RuntimeException {
    Unwritable(String why) {
      super(why, null, false, false);
    }
  }

  /**
   * The text of a value.
   *
   * @throws Unwritable when it holds a number that is too large for anybody
   */
  public static String text(JsonNode value) {
    var writer = new PythonJson();
    writer.write(value);
    return writer.text.toString();
  }

  private void write(JsonNode value) {
    switch (value.getNodeType()) {
      case OBJECT -> object(value.properties().iterator());
      case ARRAY -> array(value.iterator());
      case STRING -> string(value.stringValue());
      case NUMBER -> number(value);
      case BOOLEAN -> text.append(value.booleanValue());
      case NULL, MISSING -> text.append("null");
      case BINARY, POJO -> throw new Unwritable("not a JSON value");
    }
  }

  private void object(Iterator<Map.Entry<String, JsonNode>> members) {
    text.append('{');
    while (members.hasNext()) {
      var member = members.next();
      string(member.getKey());
      text.append(':');
      write(member.getValue());
      if (members.hasNext()) {
        text.append(',');
      }
    }
    text.append('}');
  }

  private void array(Iterator<JsonNode> items) {
    text.append('[');
    while (items.hasNext()) {
      write(items.next());
      if (items.hasNext()) {
        text.append(',');
      }
    }
    text.append(']');
  }

  private void string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\f' -> text.append("\\f");
        case '\r' -> text.append("\\r");
        default -> character(value, i, c);
      }
    }
    text.append('"');
  }

  private void character(String value, int i, char c) {
    if (c < 0x20) {
      text.append("\\u00")
          .append(Character.forDigit(c >> 4, 16))
          .append(Character.forDigit(c & 15, 16));
    } else if (Character.isSurrogate(c) && !isPaired(value, i, c)) {
      text.append('\uFFFD'); // half a character has no bytes in UTF-8
    } else {
      text.append(c);
    }
  }

  private static boolean isPaired(String value, int i, char c) {
    return Character.isHighSurrogate(c)
        ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
  }

  private void number(JsonNode value) {
    if (value.isIntegralNumber()) {
      text.append(digits(value.bigIntegerValue()));
      return;
    }
    // Whoever wrote a fraction or an exponent gets what Python makes of it: a double.
    double number = value.isBigDecimal() ? value.decimalValue().doubleValue() : value.doubleValue();
    if (Double.isNaN(number)) {
      throw new Unwritable("a number that is none");
    }
    if (Double.isInfinite(number)) {
      text.append(beyondDoubles(value));
    } else {
      text.append(repr(number));
    }
  }

  private static String beyondDoubles(JsonNode value) {
    var decimal = value.isBigDecimal() ? value.decimalValue() : null;
    if (decimal == null || (long) decimal.precision() - decimal.scale() > MOST_DIGITS) {
      throw new Unwritable("a number with more than " + MOST_DIGITS + " digits");
    }
    return digits(decimal.toBigInteger());
  }

  private static String digits(BigInteger number) {
    var digits = number.toString();
    if (digits.length() > MOST_DIGITS + 1) {
      throw new Unwritable("a number with more than " + MOST_DIGITS + " digits");
    }
    return digits;
  }

  /** As Python's {@code repr(float)}: the shortest digits that come back as the same double. */
  static String repr(double number) {
    if (number == 0) {
      return 1 / number < 0 ? "0" : "0.0";
    }
    var shortest = shortest(number);
    var unscaled = shortest.unscaledValue().abs().toString();
    int exponent = unscaled.length() - shortest.scale() - 1;
    var sign = number < 0 ? "-" : "";
    if (exponent >= -4 && exponent < 16) {
      var plain = shortest.abs().toPlainString();
      return sign + (plain.indexOf('.') < 0 ? plain + ".0" : plain);
    }
    var fraction = unscaled.length() == 1 ? "" : "." + unscaled.substring(1);
    var size = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
    return sign + unscaled.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + size;
  }

  /** Java always writes two digits at least; one may be enough, as in 5e-324. */
  private static BigDecimal shortest(double number) {
    var decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    if (decimal.precision() == 2) {
      var one = decimal.round(new MathContext(1));
      if (one.doubleValue() == number) {
        return one.stripTrailingZeros();
      }
    }
    return decimal;
  }
}
