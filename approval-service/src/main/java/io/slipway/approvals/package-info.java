/**
 * The people who say yes or no: the service that asks them, counts their votes, and tells the
 * orchestrator what they decided.
 *
 * <p>Start at {@link io.slipway.approvals.Wiring}, the map of the service.
 */
@NullMarked
package io.slipway.approvals;

import org.jspecify.annotations.NullMarked;
