/**
 * The two marks that the Avro compiler puts on the generated event classes, so that forgetting an
 * optional field is a compile error.
 *
 * <p>Start with {@link io.slipway.events.nullness.Nullable}, which says why JSpecify's own
 * annotation cannot do it.
 */
@NullMarked
package io.slipway.events.nullness;

import org.jspecify.annotations.NullMarked;
