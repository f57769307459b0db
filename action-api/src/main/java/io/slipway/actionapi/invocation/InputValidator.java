package io.slipway.actionapi.invocation;

import io.slipway.actionapi.invocation.UserInputs.Encryption;
import io.slipway.actionapi.invocation.UserInputs.EntityInput;
import io.slipway.chassis.problem.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether what was given fits what the action asks for. Every fault is told at once, in the order
 * of the form. Inputs that the action does not know are passed on as they are. Dynamic settings
 * ({@code jqQuery}) restrict nothing here.
 */
public final class InputValidator {
  private static final String AT = "/properties";

  private InputValidator() {}

  /** What came of it. */
  public sealed interface Outcome {
    /** They fit. */
    record Fits(UserInputs inputs) implements Outcome {}

    /** They do not. */
    record Faulty(List<Fault> faults) implements Outcome {}
  }

  /**
   * Checks.
   *
   * @param userInputs the action's {@code userInputs}
   * @param given the {@code properties} of the request
   */
  public static Outcome check(JsonNode userInputs, ObjectNode given) {
    var values = given.deepCopy();
    var faults = new ArrayList<Fault>();
    var entities = new ArrayList<EntityInput>();
    Map<String, Encryption> secrets = new LinkedHashMap<>();
    var required = userInputs.path("required");
    for (var input : userInputs.path("properties").properties()) {
      var name = input.getKey();
      var schema = input.getValue();
      var value = valueOrDefault(values, name, schema);
      if (value == null) {
        if (names(required, name)) {
          faults.add(new Fault(AT, "must have required property '" + name + "'"));
        }
        continue;
      }
      check(name, schema, value, faults);
      var encryption = encryption(schema);
      if (encryption != null) {
        secrets.put(name, encryption);
      }
      entity(name, schema, value, values, entities);
    }
    return faults.isEmpty()
        ? new Outcome.Fits(new UserInputs(values, entities, secrets))
        : new Outcome.Faulty(faults);
  }

  private static void check(String name, JsonNode schema, JsonNode value, List<Fault> faults) {
    var at = AT + "/" + name.replace("~", "~0").replace("/", "~1");
    if (encryption(schema) == Encryption.CLIENT_SIDE) {
      if (!SecretInputs.looksEncrypted(value)) {
        faults.add(new Fault(at, "must be encrypted by the client, as its key says"));
      }
    } else {
      ValueRules.check(schema, value, at, faults);
    }
  }

  /** A null is as good as nothing given; then the default counts, if it is a constant. */
  private static @Nullable JsonNode valueOrDefault(
      ObjectNode values, String name, JsonNode schema) {
    var value = values.get(name);
    if (value != null && !value.isNull()) {
      return value;
    }
    values.remove(name);
    var otherwise = schema.get("default");
    if (otherwise == null || otherwise.isNull() || otherwise.has("jqQuery")) {
      return null;
    }
    values.set(name, otherwise);
    return otherwise;
  }

  private static @Nullable Encryption encryption(JsonNode schema) {
    var encryption = schema.get("encryption");
    if (encryption == null || encryption.isNull()) {
      return null;
    }
    return encryption.isObject() ? Encryption.CLIENT_SIDE : Encryption.OURS;
  }

  private static void entity(
      String name, JsonNode schema, JsonNode value, ObjectNode values, List<EntityInput> entities) {
    if (isEntity(schema)) {
      var identifier = identifier(value);
      if (identifier != null) {
        values.put(name, identifier);
        entities.add(
            new EntityInput(
                name, schema.path("blueprint").asString(""), List.of(identifier), false));
      }
    } else if (isEntity(schema.path("items")) && value.isArray()) {
      var identifiers = new ArrayList<String>();
      for (var item : value) {
        var identifier = identifier(item);
        if (identifier != null) {
          identifiers.add(identifier);
        }
      }
      var list = values.putArray(name);
      identifiers.forEach(list::add);
      var blueprint = schema.path("items").path("blueprint").asString("");
      entities.add(new EntityInput(name, blueprint, identifiers, true));
    }
  }

  static boolean isEntity(JsonNode schema) {
    return "entity".equals(schema.path("format").asString(""));
  }

  /** An entity is named by its identifier, or given whole. */
  static @Nullable String identifier(JsonNode value) {
    var named = value.isObject() ? value.path("identifier") : value;
    return named.isString() && !named.stringValue().isEmpty() ? named.stringValue() : null;
  }

  private static boolean names(JsonNode list, String name) {
    for (var item : list) {
      if (item.isString() && item.stringValue().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
