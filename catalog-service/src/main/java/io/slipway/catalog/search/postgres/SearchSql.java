package io.slipway.catalog.search.postgres;

import io.slipway.catalog.search.SearchQuery;
import io.slipway.catalog.search.SearchQuery.Comparison;
import io.slipway.catalog.search.SearchQuery.Group;
import io.slipway.catalog.search.SearchQuery.MetaProperty;
import io.slipway.catalog.search.SearchQuery.Operand;
import io.slipway.catalog.search.SearchQuery.Test;
import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A query as a condition over {@code entity e} and {@code blueprint b}. Values travel as parameters
 * and are never part of the text. A condition is true or false and never unknown, so that what is
 * negated is exactly the rest.
 */
final class SearchSql {
  private final Map<String, String> parameters = new LinkedHashMap<>();

  private SearchSql() {}

  /** A condition and what it needs. */
  record Condition(String text, Map<String, String> parameters) {}

  static Condition of(SearchQuery query) {
    var sql = new SearchSql();
    var text = sql.condition(query);
    return new Condition(text, Map.copyOf(sql.parameters));
  }

  private String condition(SearchQuery query) {
    return switch (query) {
      case Group group -> group(group);
      case Test test -> {
        var condition = "coalesce(" + test(value(test.operand()), test.comparison()) + ", false)";
        yield test.negated() ? "(not " + condition + ")" : condition;
      }
    };
  }

  private String group(Group group) {
    if (group.rules().isEmpty()) {
      return "true";
    }
    List<String> conditions = new ArrayList<>();
    group.rules().forEach(rule -> conditions.add(condition(rule)));
    return "(" + String.join(group.all() ? " and " : " or ", conditions) + ")";
  }

  /** What is looked at, as jsonb. */
  private String value(Operand operand) {
    return switch (operand) {
      case Operand.Property property -> "(e.searchable -> " + parameter(property.name()) + ")";
      case Operand.Meta meta -> "to_jsonb(" + column(meta.name()) + ")";
    };
  }

  private static String column(MetaProperty property) {
    return switch (property) {
      case IDENTIFIER -> "e.identifier";
      case TITLE -> "e.title";
      case ICON -> "e.icon";
      case BLUEPRINT -> "b.identifier";
      case TEAM -> "nullif(e.team, '{}')";
      case DATASOURCE -> "e.datasource";
      case CREATED_BY -> "e.created_by";
      case UPDATED_BY -> "e.updated_by";
    };
  }

  private String test(String value, Comparison comparison) {
    return switch (comparison) {
      case Comparison.Equal equal -> equal(value, equal.value());
      case Comparison.OneOf oneOf -> oneOf(value, oneOf.values());
      case Comparison.Contains contains -> contains(value, contains.value());
      case Comparison.Empty _ -> unset(value);
    };
  }

  private String equal(String value, JsonNode other) {
    if (other.isNull()) {
      return unset(value);
    }
    var json = parameter(Json.text(other)) + "::jsonb";
    return "(" + value + " = " + json + " or " + hasElement(value, json) + ")";
  }

  private String oneOf(String value, List<JsonNode> others) {
    if (others.isEmpty()) {
      // What is looked at is named all the same: every parameter has to appear in the text.
      return "(" + value + " is null and false)";
    }
    List<String> conditions = new ArrayList<>();
    others.forEach(other -> conditions.add(equal(value, other)));
    return "(" + String.join(" or ", conditions) + ")";
  }

  private String contains(String value, JsonNode part) {
    if (part.isNull()) {
      return "(" + value + " is null and false)";
    }
    var element = hasElement(value, parameter(Json.text(part)) + "::jsonb");
    if (!part.isString()) {
      return element;
    }
    return "((jsonb_typeof(%s) = 'string' and position(%s in %s #>> '{}') > 0) or %s)"
        .formatted(value, parameter(part.stringValue()), value, element);
  }

  private static String hasElement(String value, String json) {
    return "(jsonb_typeof(%s) = 'array' and %s @> jsonb_build_array(%s))"
        .formatted(value, value, json);
  }

  private static String unset(String value) {
    return "(" + value + " is null or " + value + " = 'null'::jsonb)";
  }

  private String parameter(String value) {
    var name = "q" + parameters.size();
    parameters.put(name, value);
    return ":" + name;
  }
}
