package io.slipway.catalog.schema;

import io.slipway.chassis.json.Json;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks what a definition says about the bounds of values, and how it signs in to what it shows.
 */
final class BoundRules {
  private static final List<String> COUNTS =
      List.of("minLength", "maxLength", "minItems", "maxItems");
  private static final List<String> NUMBERS =
      List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");
  private static final Set<String> SIGN_IN =
      Set.of("clientId", "authorizationUrl", "tokenUrl", "authorizationScope");

  private final Faults faults;

  BoundRules(Faults faults) {
    this.faults = faults;
  }

  void check(JsonNode definition, String pointer) {
    for (var name : COUNTS) {
      var value = definition.get(name);
      if (value != null && !isCount(value)) {
        faults.add(Faults.at(pointer, name), "must be a whole number that is not negative");
      }
    }
    for (var name : NUMBERS) {
      var value = definition.get(name);
      if (value != null && !value.isNull() && !value.isNumber()) {
        faults.add(Faults.at(pointer, name), "must be number");
      }
    }
    var unique = definition.get("uniqueItems");
    if (unique != null && !unique.isNull() && !unique.isBoolean()) {
      faults.add(Faults.at(pointer, "uniqueItems"), "must be boolean");
    }
    colors(definition.get("enumColors"), Faults.at(pointer, "enumColors"));
    if ("embedded-url".equals(Json.string(definition, "spec"))) {
      signIn(definition.get("specAuthentication"), Faults.at(pointer, "specAuthentication"));
    }
  }

  private static boolean isCount(JsonNode value) {
    return value.isNull() || (value.isIntegralNumber() && value.decimalValue().signum() >= 0);
  }

  private void colors(@Nullable JsonNode colors, String place) {
    if (colors == null || colors.isNull()) {
      return;
    }
    if (!colors.isObject()) {
      faults.add(place, "must be object");
      return;
    }
    for (var color : colors.properties()) {
      if (!color.getValue().isString()) {
        faults.add(Faults.at(place, color.getKey()), "must be string");
      }
    }
  }

  private void signIn(@Nullable JsonNode signIn, String place) {
    if (signIn == null || signIn.isNull()) {
      return;
    }
    if (!signIn.isObject()) {
      faults.add(place, "must be object");
      return;
    }
    for (var name : signIn.propertyNames()) {
      if (!SIGN_IN.contains(name)) {
        faults.add(Faults.at(place, name), "is unknown: must NOT have additional properties");
      }
    }
    for (var name : List.of("clientId", "authorizationUrl", "tokenUrl")) {
      var value = signIn.get(name);
      if (value == null) {
        faults.add(place, "must have required property '" + name + "'");
      } else if (!value.isString()) {
        faults.add(Faults.at(place, name), "must be string");
      } else if (name.endsWith("Url") && !Formats.isUrl(value.stringValue())) {
        faults.add(Faults.at(place, name), "must match format \"url\"");
      }
    }
    var scope = signIn.get("authorizationScope");
    if (scope != null && !scope.isArray()) {
      faults.add(Faults.at(place, "authorizationScope"), "must be array");
    }
  }
}
