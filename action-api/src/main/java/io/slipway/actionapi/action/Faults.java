package io.slipway.actionapi.action;

import io.slipway.chassis.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Collects what is wrong with a body, each fault with its pointer and the words clients expect. */
final class Faults {
  private final List<Fault> found = new ArrayList<>();

  List<Fault> found() {
    return List.copyOf(found);
  }

  void add(String pointer, String message) {
    found.add(new Fault(pointer, message));
  }

  /** True when it is an object; else that is a fault. */
  boolean object(JsonNode value, String pointer) {
    if (value.isObject()) {
      return true;
    }
    add(pointer, "must be object");
    return false;
  }

  void closed(JsonNode object, String pointer, Set<String> known) {
    for (var member : object.propertyNames()) {
      if (!known.contains(member)) {
        add(member(pointer, member), "must NOT have additional properties");
      }
    }
  }

  /** True when the member is there; else that is a fault. */
  boolean required(JsonNode object, String pointer, String member) {
    if (object.has(member)) {
      return true;
    }
    add(pointer, "must have required property '" + member + "'");
    return false;
  }

  void string(JsonNode object, String pointer, String member) {
    var value = object.get(member);
    if (value != null && !value.isString()) {
      add(member(pointer, member), "must be string");
    }
  }

  void requiredString(JsonNode object, String pointer, String member) {
    if (required(object, pointer, member)) {
      string(object, pointer, member);
    }
  }

  void bool(JsonNode object, String pointer, String member) {
    var value = object.get(member);
    if (value != null && !value.isBoolean()) {
      add(member(pointer, member), "must be boolean");
    }
  }

  void oneOf(JsonNode object, String pointer, String member, Set<String> words) {
    var value = object.get(member);
    if (value != null && !(value.isString() && words.contains(value.stringValue()))) {
      add(
          member(pointer, member),
          "must be equal to one of the allowed values: "
              + String.join(", ", words.stream().sorted().toList()));
    }
  }

  void pattern(JsonNode object, String pointer, String member, Pattern pattern) {
    var value = object.get(member);
    if (value != null && value.isString() && !pattern.matcher(value.stringValue()).matches()) {
      add(member(pointer, member), "must match pattern \"" + pattern.pattern() + "\"");
    }
  }

  /** A pointer one step deeper, escaped as RFC 6901 says. */
  static String member(String pointer, String member) {
    return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
  }
}
