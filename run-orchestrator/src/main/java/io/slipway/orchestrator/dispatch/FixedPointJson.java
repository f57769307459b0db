package io.slipway.orchestrator.dispatch;

import java.util.Iterator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes JSON in the one form that another language parses and writes again unchanged: compact,
 * with everything raw that need not be escaped. Languages differ in their numbers, and in the order
 * of members.
 */
abstract class FixedPointJson {
  /** Longer integers are refused by Python, and by whoever parses ours. */
  static final int MOST_DIGITS = 400;

  private final StringBuilder text = new StringBuilder(1024);

  /** The text of a number. */
  abstract String number(JsonNode value);

  /** The members of an object in the order of the language. */
  abstract Iterator<Map.Entry<String, JsonNode>> members(JsonNode object);

  final String written(JsonNode value) {
    write(value);
    return text.toString();
  }

  private void write(JsonNode value) {
    switch (value.getNodeType()) {
      case OBJECT -> object(members(value));
      case ARRAY -> array(value.iterator());
      case STRING -> string(value.stringValue());
      case NUMBER -> text.append(number(value));
      case BOOLEAN -> text.append(value.booleanValue());
      case NULL, MISSING -> text.append("null");
      case BINARY, POJO -> throw new PythonJson.Unwritable("not a JSON value");
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
}
