/**
 * Hearing topics in order: retrying what may heal, setting aside what cannot, and handing it in
 * again later; used by every consumer.
 *
 * <p>Start at {@link io.slipway.chassis.listening.Subscription}, then {@link
 * io.slipway.chassis.listening.Listening}.
 */
@NullMarked
package io.slipway.chassis.listening;

import org.jspecify.annotations.NullMarked;
