/**
 * The log of a run.
 *
 * <p>Start at {@link io.slipway.orchestrator.log.WriteLog}.
 */
@NullMarked
package io.slipway.orchestrator.log;

import org.jspecify.annotations.NullMarked;
