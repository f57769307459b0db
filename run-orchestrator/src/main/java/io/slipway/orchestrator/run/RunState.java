package io.slipway.orchestrator.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a run stands, and what it knows because it stands there. */
public sealed interface RunState {

  /** Asked for; nothing has been kept or said yet. */
  record Requested() implements RunState {}

  /** People have been asked and have not agreed yet. */
  record WaitingForApproval() implements RunState {}

  /**
   * Its backend has it, or is about to.
   *
   * @param dispatchedAt null until it was handed over
   */
  record InProgress(@Nullable Instant dispatchedAt) implements RunState {}

  /** Ended, for good. */
  record Finished(Outcome outcome, Instant at) implements RunState {}

  /** What clients see; null before there is anything to see. */
  default @Nullable Status status() {
    return switch (this) {
      case Requested _ -> null;
      case WaitingForApproval _ -> Status.WAITING_FOR_APPROVAL;
      case InProgress _ -> Status.IN_PROGRESS;
      case Finished finished -> finished.outcome().status();
    };
  }
}
