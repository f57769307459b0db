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
public final class PythonJson extends FixedPointJson {
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
    return new PythonJson().written(value);
  }

  @Override
  Iterator<Map.Entry<String, JsonNode>> members(JsonNode object) {
    return object.properties().iterator();
  }

  @Override
  String number(JsonNode value) {
    if (value.isIntegralNumber()) {
      return digits(value.bigIntegerValue());
    }
    // Whoever wrote a fraction or an exponent gets what Python makes of it: a double.
    double number = value.isBigDecimal() ? value.decimalValue().doubleValue() : value.doubleValue();
    if (Double.isNaN(number)) {
      throw new Unwritable("a number that is none");
    }
    return Double.isInfinite(number) ? beyondDoubles(value) : repr(number);
  }

  private static String beyondDoubles(JsonNode value) {
    var decimal = value.isBigDecimal() ? value.decimalValue() : null;
    if (decimal == null || (long) decimal.precision() - decimal.scale() > MOST_DIGITS) {
      throw new Unwritable("a number with more than " + MOST_DIGITS + " digits");
    }
    return digits(decimal.toBigInteger());
  }

  static String digits(BigInteger number) {
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
  static BigDecimal shortest(double number) {
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
