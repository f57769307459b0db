package io.slipway.actionapi.access;

/**
 * A token as it is handed out.
 *
 * @param expiresIn seconds that are left
 */
public record Granted(String token, long expiresIn, String organization) {}
