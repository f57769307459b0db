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
    throw Refusal.of(422, "invalid_request", "The body must be object");
  }

  /**
   * An object that may have the members named and no other.
   *
   * @throws Refusal 422 naming the first that it must not have
   */
  public static ObjectNode closed(JsonNode body, Set<String> known) {
    var object = object(body);
    for (var member : object.propertyNames()) {
      if (!known.contains(member)) {
        throw Faults.refusal(
            "invalid_request",
            Faults.at("", member),
            "is unknown: must NOT have additional properties");
      }
    }
    return object;
  }
}
