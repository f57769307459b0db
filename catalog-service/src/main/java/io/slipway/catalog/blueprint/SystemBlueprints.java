package io.slipway.catalog.blueprint;

import io.slipway.catalog.schema.Faults;
import io.slipway.chassis.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The blueprints that every organisation has from its first moment. They may be extended; what is
 * built in stays.
 */
public final class SystemBlueprints {
  private static final Map<String, ObjectNode> BUILT_IN = new LinkedHashMap<>();

  static {
    for (var identifier : List.of(Blueprint.USER, Blueprint.TEAM)) {
      BUILT_IN.put(identifier, resource("/system-blueprints/" + identifier + ".json"));
    }
  }

  private SystemBlueprints() {}

  /** True for the identifier of a built-in blueprint. */
  public static boolean isSystem(String identifier) {
    return BUILT_IN.containsKey(identifier);
  }

  /** What is built in, in the order in which it is made. */
  public static Map<String, ObjectNode> all() {
    var copies = new LinkedHashMap<String, ObjectNode>();
    BUILT_IN.forEach((identifier, definition) -> copies.put(identifier, definition.deepCopy()));
    return copies;
  }

  /** The built-in part of one blueprint, or null when it is none of the system. */
  public static @Nullable ObjectNode structure(String identifier) {
    var definition = BUILT_IN.get(identifier);
    return definition == null ? null : definition.deepCopy();
  }

  /** Refuses a new definition that lacks, or changes the kind of, something built in. */
  static void mustKeepBuiltIn(Blueprint after) {
    var builtIn = BUILT_IN.get(after.identifier());
    if (builtIn == null) {
      return;
    }
    var faults = new Faults();
    var properties = after.definition().path("schema").path("properties");
    Blueprint.members(builtIn.path("schema").get("properties"))
        .forEach(
            (name, property) -> {
              if (!keeps(property, properties.get(name))) {
                faults.add(
                    Faults.at("/schema/properties", name), "is built in and must NOT be changed");
              }
            });
    faults.refuseAny("protected_blueprint_violation");
  }

  private static boolean keeps(JsonNode builtIn, @Nullable JsonNode now) {
    if (now == null) {
      return false;
    }
    for (var part : List.of("type", "format", "items", "enum")) {
      if (!Objects.equals(builtIn.get(part), now.get(part))) {
        return false;
      }
    }
    return true;
  }

  private static ObjectNode resource(String path) {
    try (var stream = SystemBlueprints.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException(path + " is missing from the jar");
      }
      return (ObjectNode) Json.parse(stream.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
