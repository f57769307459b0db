/**
 * One trace from the click to the agent: the W3C context of what is being done now; used by the
 * outbox and by listening services.
 *
 * <p>Start at {@link io.slipway.chassis.trace.Traces}.
 */
@NullMarked
package io.slipway.chassis.trace;

import org.jspecify.annotations.NullMarked;
