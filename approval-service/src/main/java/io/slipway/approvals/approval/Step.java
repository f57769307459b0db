package io.slipway.approvals.approval;

import java.util.List;

/** The answer of the lifecycle: the approval as it is now, what is to be said, and the ruling. */
public record Step(Approval approval, List<ApprovalEvent> events, Ruling ruling) {

  public Step {
    events = List.copyOf(events);
  }

  static Step stays(Approval approval, Ruling ruling) {
    return new Step(approval, List.of(), ruling);
  }
}
