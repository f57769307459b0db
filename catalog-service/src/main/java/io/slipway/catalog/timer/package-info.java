/**
 * Moments that properties of entities name, and what happens when they come.
 *
 * <p>Start at {@link io.slipway.catalog.timer.FireTimers}.
 */
@NullMarked
package io.slipway.catalog.timer;

import org.jspecify.annotations.NullMarked;
