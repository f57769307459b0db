/**
 * Identifiers of the shapes that the contract and the events ask for; used by every service.
 *
 * <p>Start at {@link io.slipway.chassis.ids.Ids}.
 */
@NullMarked
package io.slipway.chassis.ids;

import org.jspecify.annotations.NullMarked;
