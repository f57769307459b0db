package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.json.Json;
import io.slipway.orchestrator.run.RunId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entity to be written, as the templates of an action made it.
 *
 * @param entity what the catalog takes: identifier, and whichever other keys were given
 */
public record EntityUpsert(String blueprint, ObjectNode entity) {
  /** The type of the invocation method. */
  public static final String METHOD = "UPSERT_ENTITY";

  private static final List<String> AS_THEY_ARE = List.of("title", "icon");

  /** The entity that a filled method describes. */
  static EntityUpsert of(JsonNode method, RunId run) {
    var blueprint = Json.string(method, "blueprintIdentifier");
    if (blueprint == null || blueprint.isBlank()) {
      throw new WebhookRequest.Malformed("The action names no blueprint to write an entity of");
    }
    if (!(method.get("mapping") instanceof ObjectNode mapping)) {
      throw new WebhookRequest.Malformed("The mapping of the action is no object");
    }
    var entity = Json.object();
    entity.put("identifier", identifier(mapping.get("identifier"), run));
    for (var key : AS_THEY_ARE) {
      copy(key, mapping.get(key), entity);
    }
    copy("team", named(mapping.get("team")), entity);
    copy("properties", mapping.get("properties"), entity);
    if (mapping.get("relations") instanceof ObjectNode relations) {
      var targets = entity.putObject("relations");
      relations.properties().forEach(one -> targets.set(one.getKey(), named(one.getValue())));
    }
    return new EntityUpsert(blueprint, entity);
  }

  /** One that is made up is the same however often the run is tried. */
  private static String identifier(@Nullable JsonNode given, RunId run) {
    if (given == null || given.isNull()) {
      return "e_" + run.value().substring(run.value().indexOf('_') + 1);
    }
    return given.isString() ? given.stringValue() : Json.text(given);
  }

  private static void copy(String key, @Nullable JsonNode value, ObjectNode entity) {
    if (value != null) {
      entity.set(key, value);
    }
  }

  /** An entity stands for its identifier, alone and among others. */
  private static @Nullable JsonNode named(@Nullable JsonNode value) {
    if (value == null) {
      return null;
    }
    if (value.isArray()) {
      var names = Json.array();
      value.forEach(one -> names.add(named(one)));
      return names;
    }
    return value.isObject() && value.has("identifier") ? value.get("identifier") : value;
  }

  byte[] bytes() {
    var kept = Json.object();
    kept.put("blueprint", blueprint);
    kept.set("entity", entity);
    return Json.text(kept).getBytes(StandardCharsets.UTF_8);
  }

  /** As it was kept for a call. */
  public static EntityUpsert of(byte[] bytes) {
    var kept = Json.parse(bytes);
    return new EntityUpsert(
        Objects.requireNonNull(Json.string(kept, "blueprint")), (ObjectNode) kept.get("entity"));
  }

  /** Its identifier. */
  public String identifier() {
    return Objects.requireNonNull(Json.string(entity, "identifier"));
  }
}
