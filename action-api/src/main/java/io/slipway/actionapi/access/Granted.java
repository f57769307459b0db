package io.slipway.actionapi.access;

/**
 * A token as it is handed out.
 *
 * @param expiresIn seconds that are left
 */
public record Granted(String token, long expiresIn, String organization) {
  /** Without the token. */
  @Override
  public String toString() {
    return "Granted[" + organization + ", " + expiresIn + " s]";
  }
}
