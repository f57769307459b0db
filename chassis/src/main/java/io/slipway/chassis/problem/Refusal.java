package io.slipway.chassis.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A request that is answered with an error body: the status, the machine code that clients branch
 * on, and a sentence for a person. Rendered by {@link ProblemRendering} as the face of the path
 * asks.
 */
public final class Refusal extends RuntimeException {
  private final int status;
  private final String code;
  private final @Nullable JsonNode details;
  private final @Nullable Integer retryAfterSeconds;

  private Refusal(
      int status,
      String code,
      String message,
      @Nullable JsonNode details,
      @Nullable Integer retryAfterSeconds) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.details = details;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Any refusal. */
  public static Refusal of(int status, String code, String message) {
    return new Refusal(status, code, message, null, null);
  }

  /** Any refusal with details. */
  public static Refusal of(int status, String code, String message, JsonNode details) {
    return new Refusal(status, code, message, details, null);
  }

  /** 404: the named thing does not exist, or not for this caller. */
  public static Refusal notFound(String resource, String identifier) {
    var details = JsonNodeFactory.instance.objectNode();
    details.put("resource", resource);
    details.put("byField", "identifier");
    details.put("withValue", identifier);
    return of(
        404,
        "not_found",
        resource + " with identifier \"" + identifier + "\" was not found",
        details);
  }

  /** 422: the body does not fit; every fault is named, the first also in the message. */
  public static Refusal invalid(List<Fault> faults) {
    return invalid("invalid_request", faults);
  }

  /** 422 with a code of its own. */
  public static Refusal invalid(String code, List<Fault> faults) {
    var details = JsonNodeFactory.instance.objectNode();
    var errors = details.putArray("errors");
    for (var fault : faults) {
      errors.addObject().put("path", fault.pointer()).put("message", fault.message());
    }
    var first = faults.getFirst();
    return of(422, code, first.pointer() + " " + first.message(), details);
  }

  /** 422 for one fault. */
  public static Refusal invalid(String pointer, String message) {
    return invalid(List.of(new Fault(pointer, message)));
  }

  /** 401: no token, or none that counts. */
  public static Refusal unauthorized(String message) {
    return of(401, "unauthorized", message);
  }

  /** 403: known, but not allowed. */
  public static Refusal forbidden(String message) {
    return of(403, "forbidden", message);
  }

  /** 409: at odds with the state of things. */
  public static Refusal conflict(String message) {
    return of(409, "conflict", message);
  }

  /** 409: the identifier exists. */
  public static Refusal taken(String resource, String identifier) {
    return of(
        409,
        "identifier_taken",
        resource + " with identifier \"" + identifier + "\" is already taken");
  }

  /** 503: something we need is away; try again. */
  public static Refusal unavailable(String message) {
    return new Refusal(503, "unavailable", message, null, 1);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** The sentence for a person; never null here. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  public @Nullable JsonNode details() {
    return details;
  }

  public @Nullable Integer retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
