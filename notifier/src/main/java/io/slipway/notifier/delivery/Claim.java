package io.slipway.notifier.delivery;

import java.time.Instant;

/**
 * A delivery that is this worker's until its lease ends.
 *
 * @param attempt the number of this attempt, counted when it was claimed; the first is 1
 * @param createdAt when the delivery was decided on
 * @param claimedAt both by the database's clock
 */
public record Claim(Delivery delivery, int attempt, Instant createdAt, Instant claimedAt) {}
