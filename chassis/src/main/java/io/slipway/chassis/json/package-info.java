/**
 * JSON as a value: parsed and printed so that what a client sent can be echoed exactly; used by
 * every service.
 *
 * <p>Start at {@link io.slipway.chassis.json.Json}.
 */
@NullMarked
package io.slipway.chassis.json;

import org.jspecify.annotations.NullMarked;
