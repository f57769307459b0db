/**
 * The life of a run, from request to outcome.
 *
 * <p>Start at {@link io.slipway.orchestrator.run.RunLifecycle}; {@code Wiring} is the map.
 */
@NullMarked
package io.slipway.orchestrator;

import org.jspecify.annotations.NullMarked;
