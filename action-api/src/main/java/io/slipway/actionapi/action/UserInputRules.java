package io.slipway.actionapi.action;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The shape of {@code userInputs}; the schema of one input is open, but for its type and format.
 */
final class UserInputRules {
  private static final Pattern KEY = Pattern.compile("^[A-Za-z0-9@_=\\\\-]+$");
  private static final Set<String> TYPES = Set.of("string", "number", "boolean", "object", "array");
  private static final Set<String> FORMATS =
      Set.of(
          "date-time",
          "url",
          "email",
          "ipv4",
          "ipv6",
          "yaml",
          "entity",
          "user",
          "team",
          "proto",
          "markdown",
          "multi-line",
          "labeled-url");

  private UserInputRules() {}

  static void check(JsonNode inputs, String at, Faults faults) {
    if (!faults.object(inputs, at)) {
      return;
    }
    faults.closed(inputs, at, Set.of("properties", "required", "titles", "order", "steps"));
    if (inputs.has("order") && inputs.has("steps")) {
      faults.add(at, "must NOT have both 'order' and 'steps'");
    }
    if (!faults.required(inputs, at, "properties")
        || !faults.object(inputs.path("properties"), at + "/properties")) {
      return;
    }
    for (var input : inputs.path("properties").properties()) {
      input(input.getKey(), input.getValue(), at + "/properties", faults);
    }
    references(inputs, at, faults);
  }

  private static void input(String key, JsonNode schema, String parent, Faults faults) {
    var at = Faults.member(parent, key);
    if (!KEY.matcher(key).matches()) {
      faults.add(at, "must match pattern \"" + KEY.pattern() + "\"");
    }
    if (!faults.object(schema, at)) {
      return;
    }
    faults.required(schema, at, "type");
    faults.oneOf(schema, at, "type", TYPES);
    var jq = schema.get("jqQuery");
    if (jq != null && !jq.isNull()) {
      faults.add(at + "/jqQuery", "must be absent or null");
    }
    format(schema, at, faults);
    encryption(schema, at, faults);
    var items = schema.get("items");
    if (items != null && faults.object(items, at + "/items")) {
      format(items, at + "/items", faults);
    }
  }

  private static void format(JsonNode schema, String at, Faults faults) {
    faults.oneOf(schema, at, "format", FORMATS);
    if ("entity".equals(schema.path("format").asString(""))) {
      faults.requiredString(schema, at, "blueprint");
    }
  }

  private static void encryption(JsonNode schema, String at, Faults faults) {
    var encryption = schema.get("encryption");
    if (encryption == null) {
      return;
    }
    var clientSide =
        encryption.isObject()
            && "client-side".equals(encryption.path("algorithm").asString(""))
            && encryption.path("key").isString();
    if (!clientSide && !"aes256-gcm".equals(encryption.asString(""))) {
      faults.add(
          at + "/encryption",
          "must be \"aes256-gcm\" or {\"algorithm\": \"client-side\", \"key\": …}");
    }
    var type = schema.path("type").asString("");
    if (!type.equals("string") && !type.equals("object")) {
      faults.add(at + "/encryption", "is possible for string and object only");
    }
  }

  /** Whatever names an input must name one that is there. */
  private static void references(JsonNode inputs, String at, Faults faults) {
    var properties = new HashSet<>(inputs.path("properties").propertyNames());
    var shown = new HashSet<>(properties);
    shown.addAll(inputs.path("titles").propertyNames());
    var required = inputs.get("required");
    if (required != null && !(required.isObject() && required.path("jqQuery").isString())) {
      names(required, at + "/required", properties, faults);
    }
    if (inputs.has("order")) {
      names(inputs.path("order"), at + "/order", shown, faults);
    }
    steps(inputs, at, shown, faults);
    for (var input : inputs.path("properties").properties()) {
      if (input.getValue().has("dependsOn")) {
        var pointer = Faults.member(at + "/properties", input.getKey()) + "/dependsOn";
        names(input.getValue().path("dependsOn"), pointer, properties, faults);
      }
    }
  }

  private static void steps(JsonNode inputs, String at, Set<String> shown, Faults faults) {
    var steps = inputs.get("steps");
    if (steps == null) {
      return;
    }
    if (!steps.isArray()) {
      faults.add(at + "/steps", "must be array");
      return;
    }
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      var pointer = at + "/steps/" + i;
      if (faults.object(step, pointer)) {
        faults.closed(step, pointer, Set.of("title", "order", "visible"));
        faults.requiredString(step, pointer, "title");
        if (faults.required(step, pointer, "order")) {
          names(step.path("order"), pointer + "/order", shown, faults);
        }
      }
    }
  }

  private static void names(JsonNode list, String at, Set<String> known, Faults faults) {
    if (!list.isArray()) {
      faults.add(at, "must be array");
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      if (!known.contains(list.get(i).asString(""))) {
        faults.add(at + "/" + i, "names an input that is not defined");
      }
    }
  }
}
