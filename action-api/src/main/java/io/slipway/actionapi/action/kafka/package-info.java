/**
 * Definitions follow a blueprint that is renamed.
 *
 * <p>Start at {@code BlueprintRenames}.
 */
@NullMarked
package io.slipway.actionapi.action.kafka;

import org.jspecify.annotations.NullMarked;
