package io.slipway.catalog.blueprint;

import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.schema.PropertyRules;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Checks the shape of computed properties. Programs and paths are not tried out here: clients save
 * blueprints whose paths lead nowhere yet.
 */
final class ComputedRules {
  private static final Pattern MIRROR_PATH =
      Pattern.compile("^(?:[A-Za-z0-9@_=\\-$]+\\.)+?(\\w|\\$|@|-)*?[^.]+$");
  private static final Set<String> CALCULATION =
      Set.of(
          "calculation",
          "type",
          "title",
          "description",
          "icon",
          "format",
          "spec",
          "specAuthentication",
          "colorized",
          "colors",
          "items",
          "identifier",
          "default",
          "dateFormat");
  private final Faults faults;
  private final PropertyRules rules;

  ComputedRules(Faults faults, PropertyRules rules) {
    this.faults = faults;
    this.rules = rules;
  }

  void check(JsonNode definition) {
    for (var kind : Blueprint.COMPUTED) {
      var map = definition.get(kind);
      if (map == null || map.isNull()) {
        continue;
      }
      if (!map.isObject()) {
        faults.add("/" + kind, "must be object");
        continue;
      }
      for (var property : map.properties()) {
        var place = Faults.at("/" + kind, property.getKey());
        rules.checkName(property.getKey(), place);
        if (property.getValue().isObject()) {
          checkOne(kind, property.getValue(), place);
        } else {
          faults.add(place, "must be object");
        }
      }
    }
  }

  private void checkOne(String kind, JsonNode property, String place) {
    for (var text : new String[] {"description", "icon"}) {
      rules.checkText(property, text, Integer.MAX_VALUE, place);
    }
    rules.checkText(property, "title", 100, place);
    switch (kind) {
      case "mirrorProperties" -> {
        DefinitionValidator.closed(faults, property, Set.of("path", "title", "identifier"), place);
        var path = DefinitionValidator.requiredText(faults, property, "path", place);
        // Longer than any real path, and the pattern could backtrack for ever.
        if (path != null && (path.length() > 1000 || !MIRROR_PATH.matcher(path).matches())) {
          faults.add(Faults.at(place, "path"), "must match pattern \"" + MIRROR_PATH + "\"");
        }
      }
      case "calculationProperties" -> {
        DefinitionValidator.closed(faults, property, CALCULATION, place);
        DefinitionValidator.requiredText(faults, property, "calculation", place);
        rules.checkDefinition(property, place);
        if (property.has("colorized") && !property.path("colorized").isBoolean()) {
          faults.add(Faults.at(place, "colorized"), "must be boolean");
        }
        if (property.has("colors") && !property.path("colors").isObject()) {
          faults.add(Faults.at(place, "colors"), "must be object");
        }
      }
      case "aggregationProperties" -> new AggregationRules(faults).check(property, place);
      default -> DefinitionValidator.requiredText(faults, property, "formula", place);
    }
  }
}
