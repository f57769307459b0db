package io.slipway.approvals.approval;

/** What the lifecycle made of a signal. */
public enum Ruling {
  /** The approval moved. */
  MOVED,
  /** Nothing to do; late or repeated, which is normal on Kafka. */
  UNMOVED,
  /** The vote was not counted: this party may not vote. */
  MAY_NOT_VOTE,
  /** The vote was not counted: this party has voted. */
  VOTED_BEFORE,
  /** The vote was not counted: the question is settled. */
  SETTLED_BEFORE
}
