package io.slipway.approvals.approval;

/** The answer of one party. */
public enum Verdict {
  APPROVE,
  DECLINE
}
