package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.json.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Hides secrets wherever people look, wherever a template has put them.
 *
 * @param secrets their values, the longest first, so that one inside another leaves no rest
 */
record Masking(List<String> secrets) {
  private static final String MASK = "****";

  static Masking of(Collection<String> values) {
    return new Masking(
        values.stream()
            .filter(value -> !value.isEmpty())
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList());
  }

  String text(String text) {
    var masked = text;
    for (var secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }

  /** The same value without them, in keys neither; numbers are no secrets. */
  JsonNode node(JsonNode node) {
    if (secrets.isEmpty()) {
      return node;
    }
    return switch (node.getNodeType()) {
      case STRING -> Json.MAPPER.getNodeFactory().stringNode(text(node.stringValue()));
      case OBJECT -> {
        var masked = Json.object();
        node.properties().forEach(one -> masked.set(text(one.getKey()), node(one.getValue())));
        yield masked;
      }
      case ARRAY -> {
        var masked = Json.array();
        node.forEach(item -> masked.add(node(item)));
        yield masked;
      }
      case NUMBER, BOOLEAN, NULL, MISSING, BINARY, POJO -> node;
    };
  }

  @Override
  public String toString() {
    return "Masking[" + secrets.size() + " secrets]";
  }
}
