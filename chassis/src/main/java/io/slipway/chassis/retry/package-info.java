/**
 * When to try again: a pure verdict from an attempt and an answer; used by run-orchestrator,
 * notifier and action-api.
 *
 * <p>Start at {@link io.slipway.chassis.retry.RetryPolicy}.
 */
@NullMarked
package io.slipway.chassis.retry;

import org.jspecify.annotations.NullMarked;
