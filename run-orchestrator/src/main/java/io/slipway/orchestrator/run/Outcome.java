package io.slipway.orchestrator.run;

/**
 * How a run ended. Clients know three of these; the others are shown as the nearest, with a label.
 */
public enum Outcome {
  SUCCESS(Status.SUCCESS),
  FAILURE(Status.FAILURE),
  DECLINED(Status.DECLINED),
  WITHDRAWN(Status.FAILURE),
  TIMED_OUT(Status.FAILURE);

  private final Status status;

  Outcome(Status status) {
    this.status = status;
  }

  /** What clients see. */
  public Status status() {
    return status;
  }
}
