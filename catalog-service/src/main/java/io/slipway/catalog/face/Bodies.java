package io.slipway.catalog.face;

import io.slipway.catalog.schema.Faults;
import io.slipway.chassis.problem.Refusal;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads bodies of requests. */
public final class Bodies {
  private Bodies() {}

  /**
   * A body that must be an object.
   *
   * @throws Refusal 422 for any other JSON
   */
  public static ObjectNode object(JsonNode body) {
    if (body instanceof ObjectNode object) {
      return object;
    }
    throw Faults.refusal("invalid_request", "", "The body must be object");
  }

  /**
   * An object that may have the members named and no other.
   *
   * @throws Refusal 422 naming the first that it must not have
   */
  public static ObjectNode closed(JsonNode body, Set<String> known) {
    return closed(body, known, "");
  }

  /**
   * The same inside of a body.
   *
   * @param pointer where it stands
   */
  public static ObjectNode closed(JsonNode body, Set<String> known, String pointer) {
    if (!pointer.isEmpty() && !body.isObject()) {
      throw Faults.refusal("invalid_request", pointer, "must be object");
    }
    var object = object(body);
    for (var member : object.propertyNames()) {
      if (!known.contains(member)) {
        throw Faults.refusal(
            "invalid_request",
            Faults.at(pointer, member),
            "is unknown: must NOT have additional properties");
      }
    }
    return object;
  }

  /**
   * A member that must be there and be a text.
   *
   * @throws Refusal 422 naming it
   */
  public static String text(ObjectNode body, String member) {
    var value = body.get(member);
    if (value == null) {
      throw Faults.refusal("invalid_request", "", "must have required property '" + member + "'");
    }
    if (!value.isString()) {
      throw Faults.refusal("invalid_request", Faults.at("", member), "must be string");
    }
    return value.stringValue();
  }
}
