/**
 * Calls to addresses that users chose: which may be called, and the client that keeps to it; used
 * by notifier (webhooks to people's systems) and run-orchestrator (webhooks that carry out runs).
 *
 * <p>Start at {@link io.slipway.chassis.outbound.OutboundHttp}.
 */
@NullMarked
package io.slipway.chassis.outbound;

import org.jspecify.annotations.NullMarked;
