package io.slipway.orchestrator.run;

/** The status of a run in the words that clients know; they know no others. */
public enum Status {
  WAITING_FOR_APPROVAL,
  IN_PROGRESS,
  SUCCESS,
  FAILURE,
  DECLINED
}
