/**
 * Secrets at rest: sealed bytes that only a holder of the key can open; used by action-api,
 * run-orchestrator and the relay.
 *
 * <p>Start at {@link io.slipway.chassis.sealing.Sealer}.
 */
@NullMarked
package io.slipway.chassis.sealing;

import org.jspecify.annotations.NullMarked;
