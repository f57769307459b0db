/**
 * The one place that speaks to the JQ library; its classes are only used as {@link
 * io.slipway.chassis.jq.MeteredClasses} has loaded them.
 *
 * <p>Start at {@link io.slipway.chassis.jq.engine.JacksonPrograms}.
 */
@NullMarked
package io.slipway.chassis.jq.engine;

import org.jspecify.annotations.NullMarked;
