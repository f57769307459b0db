package io.slipway.orchestrator.run;

import io.slipway.chassis.ids.Ids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/**
 * What goes to a backend, to the byte. It may hold secrets, so it is sealed wherever it waits.
 *
 * @param dispatchId the same for every attempt
 * @param way how it goes
 * @param method the type of the invocation method
 * @param target the topic it goes to, or the address without its query
 * @param bytes what a topic takes, or what the caller needs to make the call
 * @param sha256 the digest of what the backend gets, which proves what was sent without telling it
 * @param payload the invocation as a run shows it, secrets masked
 * @param packedAt when it was rendered
 */
public record Parcel(
    String dispatchId,
    Way way,
    String method,
    String target,
    byte[] bytes,
    String sha256,
    JsonNode payload,
    Instant packedAt) {

  /** How work gets to its backend. */
  public enum Way {
    /** A record on the organization's topic, sent with the change of the run. */
    TOPIC,
    /** A call, made after the change of the run and as often as it takes. */
    CALL
  }

  /** For a topic. */
  public static Parcel toTopic(
      String method, String target, byte[] bytes, JsonNode payload, Instant at) {
    return new Parcel(
        Ids.withPrefix("dispatch_"), Way.TOPIC, method, target, bytes, digest(bytes), payload, at);
  }

  /**
   * For a call.
   *
   * @param body what the backend gets of it
   */
  public static Parcel toCall(
      String method, String target, byte[] bytes, byte[] body, JsonNode payload, Instant at) {
    return new Parcel(
        Ids.withPrefix("dispatch_"), Way.CALL, method, target, bytes, digest(body), payload, at);
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
