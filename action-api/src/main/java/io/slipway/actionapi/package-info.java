/**
 * The public edge: what can be done, who may do it, and asking for it.
 *
 * <p>Start at {@link io.slipway.actionapi.Wiring}, the map of the service.
 */
@NullMarked
package io.slipway.actionapi;

import org.jspecify.annotations.NullMarked;
