package io.slipway.actionapi.access;

import java.time.Instant;

/**
 * Credentials of the organisation's own, as its Admins see them.
 *
 * @param clientId what clients show; it stays when the secret changes
 * @param name what Admins call it; empty for the one that the organisation began with
 * @param secretSealed see {@link ClientSecrets}
 * @param standard the one that signs
 */
public record App(
    String organization,
    String clientId,
    String name,
    byte[] secretSealed,
    boolean standard,
    Instant createdAt,
    Instant changedAt) {

  /** Without the secret, however well kept. */
  @Override
  public String toString() {
    return "App[" + clientId + " of " + organization + "]";
  }
}
