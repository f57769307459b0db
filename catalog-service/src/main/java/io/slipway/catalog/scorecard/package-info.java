/**
 * Scorecards: rules that entities of a blueprint pass or fail, and the levels that they reach by
 * it.
 *
 * <p>Start at {@link io.slipway.catalog.scorecard.Scorecards}.
 */
@NullMarked
package io.slipway.catalog.scorecard;

import org.jspecify.annotations.NullMarked;
