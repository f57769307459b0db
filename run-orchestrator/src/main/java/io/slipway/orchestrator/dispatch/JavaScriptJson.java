package io.slipway.orchestrator.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes JSON in the one form that {@code JSON.stringify(JSON.parse(text))} leaves unchanged.
 * Receivers of webhooks check signatures over what they get by writing it again.
 */
final class JavaScriptJson extends FixedPointJson {
  /** From here on JavaScript writes exponents. */
  private static final int LARGEST_PLAIN = 21;

  private static final int SMALLEST_PLAIN = -6;
  private static final long LARGEST_INDEX = 4_294_967_294L;
  private static final int MOST_INDEX_DIGITS = 10;

  private JavaScriptJson() {}

  /**
   * The text of a value.
   *
   * @throws PythonJson.Unwritable when it holds a number that is too large for anybody
   */
  static String text(JsonNode value) {
    return new JavaScriptJson().written(value);
  }

  /** Names that are indexes come first, in their numeric order. */
  @Override
  Iterator<Map.Entry<String, JsonNode>> members(JsonNode object) {
    if (object.properties().stream().noneMatch(one -> isIndex(one.getKey()))) {
      return object.properties().iterator();
    }
    var sorted = new ArrayList<>(object.properties());
    sorted.sort(
        Comparator.comparingLong(
            one -> isIndex(one.getKey()) ? Long.parseLong(one.getKey()) : Long.MAX_VALUE));
    return sorted.iterator();
  }

  private static boolean isIndex(String name) {
    return name.length() <= MOST_INDEX_DIGITS
        && name.matches("0|[1-9][0-9]*")
        && Long.parseLong(name) <= LARGEST_INDEX;
  }

  /** Whole numbers keep all their digits, though JavaScript has no room for more than 2^53. */
  @Override
  String number(JsonNode value) {
    if (value.isIntegralNumber()) {
      return PythonJson.digits(value.bigIntegerValue());
    }
    double number = value.isBigDecimal() ? value.decimalValue().doubleValue() : value.doubleValue();
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new PythonJson.Unwritable("a number that is too large");
    }
    return shown(number);
  }

  /**
   * As {@code Number.prototype.toString}: the shortest digits that come back as the same double.
   */
  static String shown(double number) {
    if (number == 0) {
      return "0";
    }
    var shortest = PythonJson.shortest(number);
    var digits = shortest.unscaledValue().abs().toString();
    int exponent = digits.length() - shortest.scale() - 1;
    var sign = number < 0 ? "-" : "";
    if (exponent >= SMALLEST_PLAIN && exponent < LARGEST_PLAIN) {
      return sign + shortest.abs().toPlainString();
    }
    var fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return sign
        + digits.charAt(0)
        + fraction
        + "e"
        + (exponent < 0 ? "-" : "+")
        + Math.abs(exponent);
  }
}
