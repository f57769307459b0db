package io.slipway.actionapi.access;

import java.time.Instant;

/**
 * A client id with its secret. Rotation makes a new one with another {@code id}; tokens name the
 * id, so they end with the secret they were granted for.
 *
 * @param clientId what a client shows: opaque for a machine, the e-mail address for a person, by
 *     which clients tell the two apart
 * @param email of the person; empty for a machine
 * @param secretHash keyed hash, to check what a client shows
 * @param secretSealed recoverable, because signatures and encrypted inputs are made with it
 * @param standard the one of the organisation's own that signs
 */
public record Credential(
    String id,
    String organization,
    String clientId,
    Kind kind,
    String email,
    byte[] secretHash,
    byte[] secretSealed,
    boolean standard,
    Instant createdAt) {

  /** Whose credentials they are. */
  public enum Kind {
    MACHINE,
    PERSONAL
  }

  /** A copy that signs for the organisation. */
  public Credential asStandard() {
    return new Credential(
        id, organization, clientId, kind, email, secretHash, secretSealed, true, createdAt);
  }

  /** Without the secret, however well kept. */
  @Override
  public String toString() {
    return "Credential[" + id + " of " + organization + "]";
  }
}
