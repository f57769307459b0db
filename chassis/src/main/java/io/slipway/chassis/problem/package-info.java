/**
 * What a client is told when something cannot be done, on both faces of HTTP; used by the five
 * services.
 *
 * <p>Start at {@link io.slipway.chassis.problem.Refusal}.
 */
@NullMarked
package io.slipway.chassis.problem;

import org.jspecify.annotations.NullMarked;
