/**
 * Invocations as events, and hearing that a run has begun.
 *
 * <p>Start at {@code InvocationAnnouncements}.
 */
@NullMarked
package io.slipway.actionapi.invocation.kafka;

import org.jspecify.annotations.NullMarked;
