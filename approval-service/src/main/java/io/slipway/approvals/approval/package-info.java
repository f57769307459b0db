/**
 * A question put to people about a run, their votes, and what came of it.
 *
 * <p>Start at {@link io.slipway.approvals.approval.ApprovalLifecycle}; {@link
 * io.slipway.approvals.approval.CastVote} is the busiest way in.
 */
@NullMarked
package io.slipway.approvals.approval;

import org.jspecify.annotations.NullMarked;
