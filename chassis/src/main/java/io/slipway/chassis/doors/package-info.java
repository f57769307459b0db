/**
 * The signed, short-lived token that opens a door between two services, and the client that carries
 * it; used by all.
 *
 * <p>Start at {@link io.slipway.chassis.doors.DoorTokens}.
 */
@NullMarked
package io.slipway.chassis.doors;

import org.jspecify.annotations.NullMarked;
