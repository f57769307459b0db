package io.slipway.approvals.approval;

/** Where a question stands after a vote or a recount. */
public enum Outcome {
  OPEN,
  APPROVED,
  DECLINED
}
