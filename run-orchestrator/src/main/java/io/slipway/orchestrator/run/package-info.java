/**
 * Runs: what moves them, what they say, and where they are kept.
 *
 * <p>Start at {@link io.slipway.orchestrator.run.RunLifecycle}.
 */
@NullMarked
package io.slipway.orchestrator.run;

import org.jspecify.annotations.NullMarked;
