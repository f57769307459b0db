package io.slipway.approvals.approval;

/** How many have to agree: one, or everyone who was asked. */
public enum QuorumRule {
  ANY,
  ALL
}
