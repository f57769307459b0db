/**
 * Remembering which messages were seen, in the transaction of their effect; used by every consumer.
 *
 * <p>Start at {@link io.slipway.chassis.inbox.Inbox}.
 */
@NullMarked
package io.slipway.chassis.inbox;

import org.jspecify.annotations.NullMarked;
