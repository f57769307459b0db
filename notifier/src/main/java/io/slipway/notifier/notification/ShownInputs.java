package io.slipway.notifier.notification;

import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The inputs of a run as a person reads them: an entity by its title, a text as it is. */
final class ShownInputs {
  private static final int LONGEST = 500;

  private ShownInputs() {}

  static List<Map.Entry<String, String>> of(JsonNode inputs) {
    List<Map.Entry<String, String>> shown = new ArrayList<>();
    for (var input : inputs.properties()) {
      shown.add(Map.entry(input.getKey(), shortened(text(input.getValue()))));
    }
    return shown;
  }

  private static String text(JsonNode value) {
    if (value.isString()) {
      return value.stringValue();
    }
    var title = value.isObject() ? Json.string(value, "title") : null;
    var identifier = value.isObject() ? Json.string(value, "identifier") : null;
    if (title != null && identifier != null) {
      return title;
    }
    return identifier == null ? Json.text(value) : identifier;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
