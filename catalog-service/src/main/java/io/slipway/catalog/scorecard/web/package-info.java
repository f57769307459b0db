/**
 * Scorecards over HTTP.
 *
 * <p>Start at {@link io.slipway.catalog.scorecard.web.ScorecardController}.
 */
@NullMarked
package io.slipway.catalog.scorecard.web;

import org.jspecify.annotations.NullMarked;
