package io.slipway.catalog.schema;

import tools.jackson.databind.JsonNode;

/** What PostgreSQL can hold: no zero character, and no number of absurd size. */
public final class Storable {
  private static final int LARGEST_SCALE = 4_000;

  private Storable() {}

  /** Notes a fault for every part of a body that could not be kept. */
  public static void check(JsonNode value, String pointer, Faults faults) {
    if (value.isObject()) {
      for (var member : value.properties()) {
        var place = Faults.at(pointer, member.getKey());
        checkText(member.getKey(), pointer, faults);
        check(member.getValue(), place, faults);
      }
    } else if (value.isArray()) {
      int index = 0;
      for (var item : value.values()) {
        check(item, Faults.at(pointer, index++), faults);
      }
    } else if (value.isString()) {
      checkText(value.stringValue(), pointer, faults);
    } else if (value.isNumber() && Math.abs(value.decimalValue().scale()) > LARGEST_SCALE) {
      faults.add(pointer, "must be a number with an exponent of a bearable size");
    }
  }

  private static void checkText(String text, String pointer, Faults faults) {
    if (text.indexOf('\0') >= 0) {
      faults.add(pointer, "must NOT contain the character U+0000");
    }
  }
}
