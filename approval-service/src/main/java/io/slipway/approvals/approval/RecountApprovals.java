package io.slipway.approvals.approval;

import io.slipway.approvals.approver.Approver;
import io.slipway.approvals.approver.ApproverDirectory;
import io.slipway.approvals.approver.ApproverRule;
import io.slipway.chassis.json.Times;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Counts again when people, roles or teams have changed: whoever may vote no longer is not waited
 * for. Repeating it does no harm.
 */
public final class RecountApprovals {
  private final Approvals approvals;
  private final ApproverDirectory directory;
  private final Clock clock;

  public RecountApprovals(Approvals approvals, ApproverDirectory directory, Clock clock) {
    this.approvals = approvals;
    this.directory = directory;
    this.clock = clock;
  }

  /** Counts again all that awaits votes in an organisation. */
  public Mono<Void> handle(String organization) {
    Map<ApproverRule, List<Approver>> known = new HashMap<>();
    return approvals
        .open(organization)
        .collectList()
        .flatMapIterable(open -> open)
        .concatMap(approval -> mayVote(approval, known).flatMap(now -> recount(approval, now)))
        .then();
  }

  private Mono<List<Approver>> mayVote(Approval approval, Map<ApproverRule, List<Approver>> known) {
    var rule = approval.question().mayVote();
    var people = known.get(rule);
    return people != null
        ? Mono.just(people)
        : directory
            .mayVote(approval.question().run().organization(), rule)
            .doOnNext(found -> known.put(rule, found));
  }

  private Mono<Moved> recount(Approval approval, List<Approver> people) {
    var changed = new Signal.PeopleChanged(people, Times.shown(clock.instant()));
    return approvals.advance(
        approval.question().run(), now -> Change.unaudited(ApprovalLifecycle.step(now, changed)));
  }
}
