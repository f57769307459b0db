package io.slipway.local.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a document must have so that it can be found, ordered and sent. What the API refuses is left
 * to the API, which knows better.
 */
final class Shape {
  private final Document document;
  private final List<Fault> faults = new ArrayList<>();

  private Shape(Document document) {
    this.document = document;
  }

  static List<Fault> faults(Document document) {
    var shape = new Shape(document);
    shape.required(document.kind().key());
    switch (document.kind()) {
      case BLUEPRINT -> shape.object("relations");
      case ENTITY -> {
        shape.required("blueprint");
        shape.object("properties");
        shape.object("relations");
      }
      case ACTION -> shape.object("permissions");
      case TEAM -> {
        shape.closed(Set.of("name", "description", "users"));
        shape.strings("users");
      }
      case USER -> {
        shape.closed(Set.of("email", "roles", "teams"));
        shape.strings("roles");
        shape.strings("teams");
      }
    }
    return shape.faults;
  }

  private void required(String member) {
    var value = document.body().get(member);
    if (value == null) {
      add("", "must have required property '" + member + "'");
    } else if (!value.isString() || value.stringValue().isBlank()) {
      add("/" + member, "must be a string that is not empty");
    }
  }

  private void object(String member) {
    var value = given(member);
    if (value != null && !value.isObject()) {
      add("/" + member, "must be object");
    }
  }

  private void strings(String member) {
    var value = given(member);
    if (value == null) {
      return;
    }
    if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
      add("/" + member, "must be a list of strings");
    }
  }

  private void closed(Set<String> known) {
    for (var member : document.body().propertyNames()) {
      if (!known.contains(member)) {
        add(
            Pointers.at("", member),
            "is unknown; a %s has %s"
                .formatted(
                    document.kind().word(), String.join(", ", known.stream().sorted().toList())));
      }
    }
  }

  private @Nullable JsonNode given(String member) {
    var value = document.body().get(member);
    return value == null || value.isNull() ? null : value;
  }

  private void add(String pointer, String message) {
    faults.add(Fault.of(document, pointer, message));
  }
}
