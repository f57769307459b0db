package io.slipway.approvals.approval;

import org.jspecify.annotations.Nullable;

/**
 * Whoever takes part in an approval, as requester or as voter.
 *
 * @param id the user's identifier, or the client id of an organisation's credentials
 * @param email of a person or service account
 * @param userJson the user as the requester's event showed them
 */
public record Party(String id, @Nullable String email, Kind kind, @Nullable String userJson) {

  /** What sort of party it is. */
  public enum Kind {
    USER,
    MACHINE,
    SERVICE_ACCOUNT,
    SYSTEM
  }

  /** By this two votes are seen to be the same person's. */
  public String key() {
    return email == null ? id : email;
  }

  /** True for an organisation's own credentials, whose yes is enough under every rule. */
  public boolean isMachine() {
    return kind == Kind.MACHINE;
  }
}
