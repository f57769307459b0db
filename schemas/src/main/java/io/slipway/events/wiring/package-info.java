/**
 * What every service makes of this module in Spring: its topics, its encoder, and readiness once it
 * knows its schemas.
 *
 * <p>Start at {@link io.slipway.events.wiring.EventsWiring}.
 */
@NullMarked
package io.slipway.events.wiring;

import org.jspecify.annotations.NullMarked;
