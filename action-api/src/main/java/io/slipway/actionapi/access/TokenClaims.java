package io.slipway.actionapi.access;

import java.time.Instant;

/**
 * What a client's token says.
 *
 * @param id unique, {@code jti}
 * @param subject client id of a machine, e-mail address of a person
 * @param machine true for an organisation's own credentials
 * @param grant the credentials or the session it was granted for; with it the token ends
 * @param origin {@code UI} for whoever signed in with a password, else {@code API}
 */
public record TokenClaims(
    String id,
    String organization,
    String subject,
    boolean machine,
    String grant,
    String origin,
    Instant issuedAt,
    Instant expiresAt) {}
