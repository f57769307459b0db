package io.slipway.actionapi.invocation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The operators of a rule between two values that are there or missing. */
final class Comparison {
  private Comparison() {}

  /** False also for an operator that is not known here. */
  static boolean holds(String operator, JsonNode left, JsonNode right) {
    return switch (operator) {
      case "=" -> equal(left, right);
      case "!=" -> !equal(left, right);
      case "isEmpty" -> empty(left);
      case "isNotEmpty" -> !empty(left);
      case ">" -> ordered(left, right, sign -> sign > 0);
      case ">=" -> ordered(left, right, sign -> sign >= 0);
      case "<" -> ordered(left, right, sign -> sign < 0);
      case "<=" -> ordered(left, right, sign -> sign <= 0);
      case "contains" -> contains(left, right);
      case "doesNotContains" -> !contains(left, right);
      case "containsAny" -> overlap(left, right);
      case "beginsWith" -> texts(left, right, String::startsWith);
      case "doesNotBeginsWith" -> !texts(left, right, String::startsWith);
      case "endsWith" -> texts(left, right, String::endsWith);
      case "doesNotEndsWith" -> !texts(left, right, String::endsWith);
      case "in" -> in(left, right);
      case "notIn" -> !in(left, right);
      default -> false;
    };
  }

  private static boolean empty(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static boolean equal(JsonNode left, JsonNode right) {
    if (empty(left) || empty(right)) {
      return empty(left) && empty(right);
    }
    return ValueRules.same(left, right);
  }

  private static boolean ordered(JsonNode left, JsonNode right, IntPredicate sign) {
    if (left.isNumber() && right.isNumber()) {
      return sign.test(left.decimalValue().compareTo(right.decimalValue()));
    }
    var one = time(left);
    var other = time(right);
    return one != null && other != null && sign.test(one.compareTo(other));
  }

  private static @Nullable Instant time(JsonNode value) {
    try {
      return value.isString() ? OffsetDateTime.parse(value.stringValue()).toInstant() : null;
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  private static boolean contains(JsonNode left, JsonNode right) {
    if (left.isArray()) {
      return items(left).stream().anyMatch(item -> ValueRules.same(item, right));
    }
    return texts(left, right, String::contains);
  }

  private static boolean overlap(JsonNode left, JsonNode right) {
    return items(left).stream()
        .anyMatch(item -> items(right).stream().anyMatch(other -> ValueRules.same(item, other)));
  }

  private static boolean in(JsonNode left, JsonNode right) {
    return !empty(left) && items(right).stream().anyMatch(item -> ValueRules.same(item, left));
  }

  private static boolean texts(
      JsonNode left, JsonNode right, BiPredicate<String, String> relation) {
    return left.isString()
        && right.isString()
        && relation.test(left.stringValue(), right.stringValue());
  }

  /** The elements of an array; anything else is its own only element. */
  private static List<JsonNode> items(JsonNode value) {
    if (!value.isArray()) {
      return empty(value) ? List.of() : List.of(value);
    }
    var items = new ArrayList<JsonNode>();
    value.forEach(items::add);
    return items;
  }
}
