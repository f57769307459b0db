/**
 * Who may vote: what an action says about it, and the people whom the catalog finds for that.
 *
 * <p>Start at {@link io.slipway.approvals.approver.ApproverRule}.
 */
@NullMarked
package io.slipway.approvals.approver;

import org.jspecify.annotations.NullMarked;
