package io.slipway.catalog.search;

import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.search.SearchQuery.Comparison;
import io.slipway.catalog.search.SearchQuery.Group;
import io.slipway.catalog.search.SearchQuery.MetaProperty;
import io.slipway.catalog.search.SearchQuery.Operand;
import io.slipway.catalog.search.SearchQuery.Test;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a query; whatever it does not understand it refuses with the place of it. */
public final class SearchParser {
  private static final Map<String, MetaProperty> META =
      Map.of(
          "$identifier", MetaProperty.IDENTIFIER,
          "$title", MetaProperty.TITLE,
          "$icon", MetaProperty.ICON,
          "$blueprint", MetaProperty.BLUEPRINT,
          "$team", MetaProperty.TEAM,
          "$datasource", MetaProperty.DATASOURCE,
          "$createdBy", MetaProperty.CREATED_BY,
          "$updatedBy", MetaProperty.UPDATED_BY);
  private static final Set<String> LATER =
      Set.of(
          "containsAny",
          "beginsWith",
          "doesNotBeginsWith",
          "endsWith",
          "doesNotEndsWith",
          ">",
          ">=",
          "<",
          "<=",
          "between",
          "notBetween",
          "isExpired",
          "isNotExpired",
          "relatedTo",
          "matchAny");
  private static final int DEEPEST = 20;
  private static final int MOST_RULES = 200;

  private int rules;

  private SearchParser() {}

  /**
   * The query in a JSON group.
   *
   * @param pointer where the group stands in the body
   * @throws Refusal 422 naming what is wrong or not supported yet
   */
  public static SearchQuery parse(JsonNode group, String pointer) {
    return new SearchParser().group(group, pointer, 0);
  }

  private SearchQuery group(JsonNode group, String pointer, int depth) {
    if (!group.isObject()) {
      throw invalid(pointer, "must be object");
    }
    if (depth > DEEPEST) {
      throw invalid(pointer, "must NOT be nested deeper than " + DEEPEST + " groups");
    }
    var combinator = group.get("combinator");
    if (combinator == null) {
      throw invalid(pointer, "must have required property 'combinator'");
    }
    var list = group.get("rules");
    if (list == null) {
      throw invalid(pointer, "must have required property 'rules'");
    }
    closed(group, pointer, Set.of("combinator", "rules"));
    var word = combinator.asString("");
    if (!word.equals("and") && !word.equals("or")) {
      throw invalid(
          Faults.at(pointer, "combinator"), "must be equal to one of the allowed values: and, or");
    }
    if (!list.isArray()) {
      throw invalid(Faults.at(pointer, "rules"), "must be array");
    }
    var rules = new ArrayList<SearchQuery>();
    int index = 0;
    for (var rule : list.values()) {
      rules.add(rule(rule, Faults.at(Faults.at(pointer, "rules"), index++), depth));
    }
    return new Group(word.equals("and"), rules);
  }

  private SearchQuery rule(JsonNode rule, String pointer, int depth) {
    if (++rules > MOST_RULES) {
      throw invalid(pointer, "must NOT be more than " + MOST_RULES + " rules in one query");
    }
    if (!rule.isObject()) {
      throw invalid(pointer, "must be object");
    }
    if (rule.has("combinator") || rule.has("rules")) {
      return group(rule, pointer, depth + 1);
    }
    var operator = Json.string(rule, "operator");
    if (operator == null && rule.has("operator")) {
      throw invalid(Faults.at(pointer, "operator"), "must be string");
    }
    if (operator == null) {
      throw invalid(pointer, "must have required property 'operator'");
    }
    if (LATER.contains(operator) || !rule.has("property")) {
      throw invalid(
          LATER.contains(operator) ? Faults.at(pointer, "operator") : pointer,
          "is not supported yet: rules ask about a property with one of the operators"
              + " =, !=, in, notIn, contains, doesNotContains, isEmpty, isNotEmpty");
    }
    var place = Faults.at(pointer, "operator");
    return switch (operator) {
      case "=" -> test(rule, pointer, new Comparison.Equal(scalar(rule, pointer)), false);
      case "!=" -> test(rule, pointer, new Comparison.Equal(scalar(rule, pointer)), true);
      case "in" -> test(rule, pointer, oneOf(rule, pointer), false);
      case "notIn" -> test(rule, pointer, oneOf(rule, pointer), true);
      case "contains" -> test(rule, pointer, new Comparison.Contains(scalar(rule, pointer)), false);
      case "doesNotContains" ->
          test(rule, pointer, new Comparison.Contains(scalar(rule, pointer)), true);
      case "isEmpty" -> test(rule, pointer, new Comparison.Empty(), false);
      case "isNotEmpty" -> test(rule, pointer, new Comparison.Empty(), true);
      default -> throw invalid(place, "must be an operator, and \"" + operator + "\" is none");
    };
  }

  private static Test test(JsonNode rule, String pointer, Comparison comparison, boolean negated) {
    var known =
        comparison instanceof Comparison.Empty
            ? Set.of("property", "operator")
            : Set.of("property", "operator", "value");
    closed(rule, pointer, known);
    return new Test(
        operand(rule.get("property"), Faults.at(pointer, "property")), comparison, negated);
  }

  private static Operand operand(@Nullable JsonNode property, String pointer) {
    if (property == null || !property.isString()) {
      throw invalid(pointer, "must be string; paths and contexts are not supported yet");
    }
    var name = property.stringValue();
    var meta = META.get(name);
    if (meta != null) {
      return new Operand.Meta(meta);
    }
    if (name.startsWith("$")) {
      throw invalid(pointer, "\"" + name + "\" is not supported yet");
    }
    return new Operand.Property(name);
  }

  private static JsonNode scalar(JsonNode rule, String pointer) {
    var value = rule.get("value");
    if (value == null) {
      throw invalid(pointer, "must have required property 'value'");
    }
    if (value.isObject() || value.isArray()) {
      throw invalid(
          Faults.at(pointer, "value"), "must be string, number, boolean or null for this operator");
    }
    return value;
  }

  private static Comparison oneOf(JsonNode rule, String pointer) {
    var value = rule.get("value");
    if (value == null || !value.isArray()) {
      throw invalid(Faults.at(pointer, "value"), "must be array");
    }
    for (var item : value.values()) {
      if (item.isObject() || item.isArray()) {
        throw invalid(Faults.at(pointer, "value"), "must hold strings, numbers or booleans");
      }
    }
    return new Comparison.OneOf(java.util.List.copyOf(value.values()));
  }

  private static void closed(JsonNode object, String pointer, Set<String> known) {
    for (var member : object.propertyNames()) {
      if (!known.contains(member)) {
        throw invalid(
            Faults.at(pointer, member), "is unknown: must NOT have additional properties");
      }
    }
  }

  private static Refusal invalid(String pointer, String message) {
    return Faults.refusal("invalid_request", pointer, message);
  }
}
