/**
 * Events as bytes: Confluent's wire format, with schemas kept by any registry that speaks
 * Confluent's API.
 *
 * <p>Start with {@link io.slipway.events.wire.AvroWire}; the rest is what it stands on.
 */
@NullMarked
package io.slipway.events.wire;

import org.jspecify.annotations.NullMarked;
