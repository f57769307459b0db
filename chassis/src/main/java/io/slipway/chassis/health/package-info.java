/**
 * Readiness that says what is lacking; used by the five services.
 *
 * <p>Start at {@link io.slipway.chassis.health.ListeningHealth}.
 */
@NullMarked
package io.slipway.chassis.health;

import org.jspecify.annotations.NullMarked;
