package io.slipway.orchestrator.run;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/**
 * What goes to a backend, to the byte. It may hold secrets, so it is sealed wherever it waits.
 *
 * @param dispatchId the same for every attempt
 * @param method the type of the invocation method
 * @param target the topic it goes to
 * @param payload the invocation as a run shows it, secrets masked
 * @param packedAt when it was rendered and signed
 */
public record Parcel(
    String dispatchId,
    String method,
    String target,
    byte[] bytes,
    JsonNode payload,
    Instant packedAt) {

  /** The digest of the bytes, which proves what was sent without telling it. */
  public String sha256() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
