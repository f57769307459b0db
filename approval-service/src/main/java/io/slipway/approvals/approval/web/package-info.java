/**
 * Votes and the list of approvers, as the contract has them.
 *
 * <p>Start at {@link io.slipway.approvals.approval.web.ApprovalController}.
 */
@NullMarked
package io.slipway.approvals.approval.web;

import org.jspecify.annotations.NullMarked;
