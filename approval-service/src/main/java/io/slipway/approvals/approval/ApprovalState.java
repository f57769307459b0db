package io.slipway.approvals.approval;

import java.time.Instant;

/** Where an approval is; all but {@link Open} are final. */
public sealed interface ApprovalState {

  /** Votes are awaited. */
  record Open() implements ApprovalState {}

  /** Enough said yes. */
  record Approved(Instant at) implements ApprovalState {}

  /** Someone said no. */
  record Declined(Instant at) implements ApprovalState {}

  /** The run stopped waiting before it was decided: withdrawn by its requester, or timed out. */
  record RunLeft(Instant at) implements ApprovalState {}

  /** The state to which an outcome leads. */
  static ApprovalState after(Outcome outcome, Instant at) {
    return switch (outcome) {
      case OPEN -> new Open();
      case APPROVED -> new Approved(at);
      case DECLINED -> new Declined(at);
    };
  }
}
