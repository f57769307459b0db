/**
 * The one command, {@code ./slipway}: starts and ends the whole suite on one machine, and speaks to
 * it.
 *
 * <p>Start reading at {@link io.slipway.local.Slipway}; {@code up} is the room {@code suite}.
 */
@NullMarked
package io.slipway.local;

import org.jspecify.annotations.NullMarked;
