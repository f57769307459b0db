/**
 * The frame under every service: what each needs and none is about.
 *
 * <p>Start at {@link io.slipway.chassis.Chassis}, the list of what is wired. Each package stands
 * alone and its own door sign says who uses it.
 */
@NullMarked
package io.slipway.chassis;

import org.jspecify.annotations.NullMarked;
