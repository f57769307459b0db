package io.slipway.catalog.blueprint;

import io.slipway.catalog.schema.Faults;
import io.slipway.chassis.json.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks the shape of aggregations; what they lead to is asked elsewhere. */
final class AggregationRules {
  private static final Set<String> KNOWN =
      Set.of(
          "title",
          "target",
          "calculationSpec",
          "type",
          "description",
          "icon",
          "query",
          "pathFilter");
  private static final Set<String> SPEC =
      Set.of("calculationBy", "func", "averageOf", "measureTimeBy", "property");
  private static final Set<String> OF_ENTITIES = Set.of("count", "average");
  private static final Set<String> OF_PROPERTY = Set.of("sum", "min", "max", "median", "average");
  private static final Set<String> PERIODS = Set.of("hour", "day", "week", "month", "total");

  private final Faults faults;

  AggregationRules(Faults faults) {
    this.faults = faults;
  }

  void check(JsonNode property, String place) {
    DefinitionValidator.closed(faults, property, KNOWN, place);
    DefinitionValidator.requiredText(faults, property, "title", place);
    DefinitionValidator.requiredText(faults, property, "target", place);
    if (property.has("type")) {
      word(property, "type", Set.of("number"), place);
    }
    spec(property.get("calculationSpec"), place);
    query(property.get("query"), Faults.at(place, "query"));
    filters(property.get("pathFilter"), Faults.at(place, "pathFilter"));
  }

  private void spec(@Nullable JsonNode spec, String place) {
    if (spec == null) {
      faults.add(place, "must have required property 'calculationSpec'");
      return;
    }
    var at = Faults.at(place, "calculationSpec");
    if (!spec.isObject()) {
      faults.add(at, "must be object");
      return;
    }
    DefinitionValidator.closed(faults, spec, SPEC, at);
    var by = word(spec, "calculationBy", Set.of("entities", "property"), at);
    var ofProperty = "property".equals(by);
    word(spec, "func", ofProperty ? OF_PROPERTY : OF_ENTITIES, at);
    if (ofProperty) {
      DefinitionValidator.requiredText(faults, spec, "property", at);
    }
    if (spec.has("averageOf")) {
      word(spec, "averageOf", PERIODS, at);
    }
    if (spec.has("measureTimeBy")) {
      DefinitionValidator.requiredText(faults, spec, "measureTimeBy", at);
    }
  }

  private @Nullable String word(JsonNode holder, String member, Set<String> words, String place) {
    var word = DefinitionValidator.requiredText(faults, holder, member, place);
    if (word != null && !words.contains(word)) {
      faults.add(
          Faults.at(place, member),
          "must be equal to one of the allowed values: "
              + String.join(", ", words.stream().sorted().toList()));
    }
    return word;
  }

  private void query(@Nullable JsonNode query, String place) {
    if (query == null || query.isNull()) {
      return;
    }
    if (!query.isObject()) {
      faults.add(place, "must be object");
      return;
    }
    word(query, "combinator", Set.of("and", "or"), place);
    if (!query.path("rules").isArray()) {
      faults.add(
          query.has("rules") ? Faults.at(place, "rules") : place,
          query.has("rules") ? "must be array" : "must have required property 'rules'");
    }
  }

  private void filters(@Nullable JsonNode filters, String place) {
    if (filters == null || filters.isNull()) {
      return;
    }
    if (!filters.isArray()) {
      faults.add(place, "must be array");
      return;
    }
    if (filters.size() > 1) {
      faults.add(place, "must NOT have more than 1 items");
    }
    int index = 0;
    for (var filter : filters.values()) {
      filter(filter, Faults.at(place, index++));
    }
  }

  private void filter(JsonNode filter, String place) {
    if (!filter.isObject()) {
      faults.add(place, "must be object");
      return;
    }
    DefinitionValidator.closed(faults, filter, Set.of("path", "fromBlueprint"), place);
    if (filter.has("fromBlueprint") && Json.string(filter, "fromBlueprint") == null) {
      faults.add(Faults.at(place, "fromBlueprint"), "must be string");
    }
    var path = filter.get("path");
    if (path == null) {
      faults.add(place, "must have required property 'path'");
    } else if (!path.isArray() || path.isEmpty()) {
      faults.add(
          Faults.at(place, "path"),
          path.isArray() ? "must NOT have fewer than 1 items" : "must be array");
    } else {
      int step = 0;
      for (var relation : path.values()) {
        if (!relation.isString()) {
          faults.add(Faults.at(Faults.at(place, "path"), step), "must be string");
        }
        step++;
      }
    }
  }
}
