package io.slipway.approvals.approval;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Closes the question about a run that waits no longer. Repeating it does no harm. */
public final class CloseApproval {
  private final Approvals approvals;

  public CloseApproval(Approvals approvals) {
    this.approvals = approvals;
  }

  /** Closes it, unless a decision was the reason that the run moved on. */
  public Mono<Void> handle(RunRef run, Instant at) {
    var stopped = new Signal.RunStoppedWaiting(at);
    return approvals
        .advance(run, approval -> Change.unaudited(ApprovalLifecycle.step(approval, stopped)))
        .then();
  }
}
