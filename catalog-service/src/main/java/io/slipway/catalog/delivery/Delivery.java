package io.slipway.catalog.delivery;

import java.time.Instant;

/**
 * A record that is on its way.
 *
 * @param eventId of the fact that it tells
 * @param attempt which one this is, from 1
 * @param began when the first was due
 * @param now the time of the database when it was claimed
 */
public record Delivery(
    String organization,
    String eventId,
    String url,
    String body,
    int attempt,
    Instant began,
    Instant now) {}
