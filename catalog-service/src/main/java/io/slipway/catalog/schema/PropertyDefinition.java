package io.slipway.catalog.schema;

import io.slipway.chassis.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The definition of one property, kept as it was sent; what the engine reads of it has a name here.
 */
public record PropertyDefinition(String identifier, JsonNode schema) {

  public @Nullable String type() {
    return Json.string(schema, "type");
  }

  /** True for a moment at which the property runs out. */
  public boolean isTimer() {
    return Formats.TIMER.equals(Json.string(schema, "format"));
  }

  /** What a new entity gets when it does not say; null when it gets nothing. */
  public @Nullable JsonNode defaultValue() {
    var value = schema.get("default");
    return value == null || value.isNull() ? null : value;
  }
}
