/**
 * The journeys: each a story that a user, an agent or an operator would tell, played on the real
 * suite.
 *
 * <p>Start at {@code ApprovedRunJourneyIT}.
 */
package io.slipway.e2e;
