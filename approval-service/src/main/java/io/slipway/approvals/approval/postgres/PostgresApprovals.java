package io.slipway.approvals.approval.postgres;

import io.slipway.approvals.ApprovalMeters;
import io.slipway.approvals.approval.Approval;
import io.slipway.approvals.approval.ApprovalState;
import io.slipway.approvals.approval.Approvals;
import io.slipway.approvals.approval.Change;
import io.slipway.approvals.approval.Moved;
import io.slipway.approvals.approval.Ruling;
import io.slipway.approvals.approval.RunRef;
import io.slipway.approvals.approval.Step;
import io.slipway.chassis.inbox.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Approvals in PostgreSQL: lock, decide, keep and say, in one transaction. */
@Component
class PostgresApprovals implements Approvals {
  private final ApprovalRows rows;
  private final Consequences consequences;
  private final Inbox inbox;
  private final TransactionalOperator transaction;
  private final ApprovalMeters meters;

  PostgresApprovals(
      ApprovalRows rows,
      Consequences consequences,
      Inbox inbox,
      TransactionalOperator transaction,
      ApprovalMeters meters) {
    this.rows = rows;
    this.consequences = consequences;
    this.inbox = inbox;
    this.transaction = transaction;
    this.meters = meters;
  }

  @Override
  public Mono<Approval> find(RunRef run) {
    return rows.find(run);
  }

  @Override
  public Flux<Approval> open(String organization) {
    return rows.open(organization);
  }

  @Override
  public Mono<Boolean> begin(String cause, Step opening) {
    var approval = opening.approval();
    var work =
        rows.insert(approval)
            .flatMap(inserted -> inbox.firstSight(cause).thenReturn(inserted))
            .flatMap(inserted -> inserted ? ask(opening) : countDropped(approval))
            .as(transaction::transactional);
    return uninterrupted(work);
  }

  private Mono<Boolean> ask(Step opening) {
    return consequences
        .of(Change.unaudited(opening))
        .doOnNext(_ -> meters.approval("asked"))
        .thenReturn(true);
  }

  private Mono<Boolean> countDropped(Approval approval) {
    return rows.isErased(approval.question().run().organization())
        .doOnNext(
            erased -> {
              if (erased) {
                meters.droppedOfErased();
              }
            })
        .thenReturn(false);
  }

  @Override
  public Mono<Moved> advance(RunRef run, Function<Approval, Change> change) {
    var work =
        rows.lock(run)
            .flatMap(before -> keep(before, change.apply(before)))
            .as(transaction::transactional)
            .doOnNext(moved -> record(moved.step()));
    return uninterrupted(work);
  }

  private Mono<Moved> keep(Approval before, Change change) {
    var step = change.step();
    return save(before, step).then(consequences.of(change)).map(said -> new Moved(step, said));
  }

  private Mono<Void> save(Approval before, Step step) {
    if (step.ruling() != Ruling.MOVED) {
      return Mono.empty();
    }
    var after = step.approval();
    var vote = after.latestVote();
    return after.votes().size() > before.votes().size() && vote != null
        ? rows.count(after, vote).then(rows.update(after))
        : rows.update(after);
  }

  private void record(Step step) {
    if (step.ruling() == Ruling.MOVED) {
      switch (step.approval().state()) {
        case ApprovalState.Open _ -> {}
        case ApprovalState.Approved approved -> settled(step, "approved", approved.at());
        case ApprovalState.Declined declined -> settled(step, "declined", declined.at());
        case ApprovalState.RunLeft left -> settled(step, "run_left", left.at());
      }
    }
  }

  private void settled(Step step, String outcome, Instant at) {
    meters.approval(outcome);
    meters.waited(outcome, Duration.between(step.approval().question().at(), at));
  }

  /** Whoever asked may hang up; a transaction that was begun is finished all the same. */
  private static <T> Mono<T> uninterrupted(Mono<T> work) {
    return Mono.deferContextual(
        context -> Mono.fromFuture(() -> work.contextWrite(context).toFuture(), true));
  }
}
