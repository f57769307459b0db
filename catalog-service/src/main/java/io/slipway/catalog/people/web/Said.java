package io.slipway.catalog.people.web;

import io.slipway.catalog.schema.Faults;
import io.slipway.chassis.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads members of bodies that speak of users and teams. */
final class Said {
  private static final Pattern NAME =
      Pattern.compile("^[^;#/?\\s\\x00][^;#/?\\x00]*[^;#/?\\s\\x00]$");

  private Said() {}

  /** A name of a team, or an address, that must be there. */
  static String name(JsonNode body, String member, String pointer) {
    var value = body.get(member);
    if (value == null) {
      throw invalid(pointer, "must have required property '" + member + "'");
    }
    var place = Faults.at(pointer, member);
    if (!value.isString()) {
      throw invalid(place, "must be string");
    }
    if (!NAME.matcher(value.stringValue()).matches()) {
      throw invalid(place, "must match pattern \"" + NAME.pattern() + "\"");
    }
    return value.stringValue();
  }

  /** A list of texts, or null when it is not there. */
  static @Nullable List<String> texts(JsonNode body, String member, String pointer) {
    var value = body.get(member);
    if (value == null) {
      return null;
    }
    var place = Faults.at(pointer, member);
    if (!value.isArray()) {
      throw invalid(place, "must be array");
    }
    var texts = new ArrayList<String>();
    for (var item : value.values()) {
      if (!item.isString() || item.stringValue().indexOf('\0') >= 0) {
        throw invalid(Faults.at(place, texts.size()), "must be string");
      }
      texts.add(item.stringValue());
    }
    return texts;
  }

  static Refusal invalid(String pointer, String message) {
    return Faults.refusal("invalid_request", pointer, message);
  }
}
