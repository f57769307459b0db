/**
 * Who is behind a request, and with what rights; used by the five services.
 *
 * <p>Start at {@link io.slipway.chassis.caller.Caller}.
 */
@NullMarked
package io.slipway.chassis.caller;

import org.jspecify.annotations.NullMarked;
