package io.slipway.approvals.approval;

import reactor.core.publisher.Mono;

/**
 * Finds the approval of a run. What was not heard yet is fetched from the orchestrator, under the
 * id it will be heard by, so that a vote may come before Kafka does.
 */
public final class FindApproval {
  private final Approvals approvals;
  private final Orchestrator orchestrator;
  private final Questions questions;
  private final OpenApproval open;

  public FindApproval(
      Approvals approvals, Orchestrator orchestrator, Questions questions, OpenApproval open) {
    this.approvals = approvals;
    this.orchestrator = orchestrator;
    this.questions = questions;
    this.open = open;
  }

  /** The approval, or nothing when the run never waited for one. */
  public Mono<Approval> of(RunRef run) {
    return approvals.find(run).switchIfEmpty(Mono.defer(() -> fetch(run)));
  }

  private Mono<Approval> fetch(RunRef run) {
    return orchestrator
        .saidOf(run)
        .flatMap(heard -> Mono.justOrEmpty(questions.read(heard)).flatMap(q -> begin(heard, q)))
        .then(Mono.defer(() -> approvals.find(run)));
  }

  private Mono<Void> begin(Heard heard, Question question) {
    return open.handle(heard.eventId(), question);
  }
}
