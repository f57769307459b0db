package io.slipway.approvals.approval;

import io.slipway.approvals.approver.ApproverDirectory;
import io.slipway.chassis.ids.Ids;
import reactor.core.publisher.Mono;

/** Puts a question to whoever may vote. Repeated with the same cause, it changes nothing. */
public final class OpenApproval {
  private final ApproverDirectory directory;
  private final Approvals approvals;

  public OpenApproval(ApproverDirectory directory, Approvals approvals) {
    this.directory = directory;
    this.approvals = approvals;
  }

  /** Finds the people, then keeps the approval and asks them in one transaction. */
  public Mono<Void> handle(String cause, Question question) {
    return directory
        .mayVote(question.run().organization(), question.mayVote())
        .map(people -> ApprovalLifecycle.open(Ids.withPrefix("apr_"), question, people))
        .flatMap(opening -> approvals.begin(cause, opening))
        .then();
  }
}
