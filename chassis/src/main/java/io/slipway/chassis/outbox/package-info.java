/**
 * Saying something in the same transaction that changes something, and the relay that publishes it;
 * used by every service that says anything.
 *
 * <p>Start at {@link io.slipway.chassis.outbox.Outbox}, then {@link
 * io.slipway.chassis.outbox.OutboxRelay}.
 */
@NullMarked
package io.slipway.chassis.outbox;

import org.jspecify.annotations.NullMarked;
