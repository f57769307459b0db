package io.slipway.approvals.approval;

import io.slipway.chassis.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The run as we know it, for audit rows and for answers while the orchestrator is away. */
final class RunViews {
  private RunViews() {}

  /** The run when it began to wait, with the latest vote on it, still waiting. */
  static ObjectNode waiting(Approval approval) {
    var run = Json.object(approval.question().briefing().runJson());
    var vote = approval.latestVote();
    if (vote != null) {
      var latest = run.putObject("approval");
      latest.put("description", vote.description());
      latest.put("userId", vote.voter().id());
      latest.put(
          "state",
          switch (vote.verdict()) {
            case APPROVE -> "APPROVED";
            case DECLINE -> "DECLINED";
          });
    }
    return run;
  }

  /** The run as the approval's state will make it. */
  static ObjectNode decided(Approval approval) {
    var run = waiting(approval);
    switch (approval.state()) {
      case ApprovalState.Approved _ -> run.put("status", "IN_PROGRESS");
      case ApprovalState.Declined _ -> run.put("status", "DECLINED");
      case ApprovalState.Open _, ApprovalState.RunLeft _ -> {}
    }
    return run;
  }
}
