package io.slipway.orchestrator.run;

/** Whose consent a run waits for. */
public enum ApprovalRule {
  /** Nobody's. */
  NONE,
  /** That of anyone who may approve. */
  ANY,
  /** That of everyone who may approve. */
  ALL
}
