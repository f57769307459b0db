package io.slipway.approvals.approval;

import io.slipway.approvals.approver.Approver;
import io.slipway.approvals.approver.ApproverDirectory;
import io.slipway.chassis.json.Times;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Counts a vote. Who may vote is looked up first; the vote, what is said of it and its audit are
 * one transaction under the approval's lock; then the orchestrator is handed what was said, so that
 * the answer can show its run. A vote that was kept is never answered with an error of ours.
 */
public final class CastVote {
  private static final Logger log = LoggerFactory.getLogger(CastVote.class);

  private final FindApproval find;
  private final Approvals approvals;
  private final ApproverDirectory directory;
  private final Orchestrator orchestrator;
  private final Clock clock;

  public CastVote(
      FindApproval find,
      Approvals approvals,
      ApproverDirectory directory,
      Orchestrator orchestrator,
      Clock clock) {
    this.find = find;
    this.approvals = approvals;
    this.directory = directory;
    this.orchestrator = orchestrator;
    this.clock = clock;
  }

  /** What became of a ballot. */
  public sealed interface Reply {
    /** Counted; the run as it is now, as far as can be known. */
    record Counted(JsonNode run) implements Reply {}

    /** Counted, but the run had ended before the orchestrator learned of it. */
    record RunHadEnded(JsonNode run) implements Reply {}

    /** Whoever it is may not approve this run. */
    record MayNotVote() implements Reply {}

    /** They have voted. */
    record VotedBefore() implements Reply {}

    /** It was decided, or the run waits no longer. */
    record SettledBefore() implements Reply {}

    /** There is such a run, but nobody has to approve it. */
    record NothingToApprove() implements Reply {}

    /** There is no such run in the voter's organisation. */
    record NoSuchRun() implements Reply {}
  }

  /** Counts a ballot, or says why not. */
  public Mono<Reply> handle(Ballot ballot) {
    return find.of(ballot.run())
        .flatMap(approval -> count(ballot, approval))
        .switchIfEmpty(Mono.defer(() -> unknown(ballot)));
  }

  private Mono<Reply> unknown(Ballot ballot) {
    return orchestrator
        .knows(ballot.run())
        .map(known -> known ? new Reply.NothingToApprove() : new Reply.NoSuchRun());
  }

  private Mono<Reply> count(Ballot ballot, Approval found) {
    return mayVote(ballot, found)
        .flatMap(people -> approvals.advance(ballot.run(), now -> change(ballot, people, now)))
        .flatMap(moved -> reply(ballot, moved));
  }

  /** A machine's right is its token's, so nobody need be asked for it. */
  private Mono<List<Approver>> mayVote(Ballot ballot, Approval approval) {
    return ballot.voter().isMachine()
        ? Mono.just(List.of())
        : directory.mayVote(ballot.run().organization(), approval.question().mayVote());
  }

  private Change change(Ballot ballot, List<Approver> people, Approval approval) {
    var at = Times.shown(clock.instant());
    var vote = new Vote(ballot.voter(), ballot.verdict(), ballot.description(), at);
    var voted = new Signal.Voted(vote, people);
    var step = ApprovalLifecycle.step(approval, voted);
    return new Change(step, VoteAudit.of(approval, step, voted, ballot));
  }

  private Mono<Reply> reply(Ballot ballot, Moved moved) {
    return switch (moved.step().ruling()) {
      case MOVED, UNMOVED -> handOver(ballot, moved);
      case MAY_NOT_VOTE -> Mono.just(new Reply.MayNotVote());
      case VOTED_BEFORE -> Mono.just(new Reply.VotedBefore());
      case SETTLED_BEFORE -> Mono.just(new Reply.SettledBefore());
    };
  }

  private Mono<Reply> handOver(Ballot ballot, Moved moved) {
    return orchestrator
        .handOver(ballot.run(), moved.said().getFirst())
        .map(CastVote::reply)
        .onErrorResume(
            failure -> {
              log.info("the orchestrator will hear of a vote by Kafka: {}", failure.toString());
              return Mono.just(new Reply.Counted(RunViews.waiting(moved.step().approval())));
            });
  }

  /** A decision that was repeated may count as not accepted; only a run that ended matters. */
  private static Reply reply(Orchestrator.HandedOver answer) {
    var status = answer.run().path("status").asString("");
    var ended = status.equals("FAILURE") || status.equals("SUCCESS");
    return !answer.accepted() && ended
        ? new Reply.RunHadEnded(answer.run())
        : new Reply.Counted(answer.run());
  }
}
