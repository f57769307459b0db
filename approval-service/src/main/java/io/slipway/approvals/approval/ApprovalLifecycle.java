package io.slipway.approvals.approval;

import io.slipway.approvals.approver.Approver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of an approval: (approval, signal) to (approval, events). The one guard through which
 * every vote passes, from whichever door; it runs while the approval is locked.
 */
public final class ApprovalLifecycle {
  private ApprovalLifecycle() {}

  /** Puts a question to those who may vote. */
  public static Step open(String id, Question question, List<Approver> mayVote) {
    var approval =
        new Approval(id, question, mayVote, List.of(), new ApprovalState.Open(), /* version= */ 1);
    return new Step(
        approval, List.of(new ApprovalEvent.Asked(mayVote, question.at())), Ruling.MOVED);
  }

  /** What a signal does to an approval. */
  public static Step step(Approval approval, Signal signal) {
    return switch (approval.state()) {
      case ApprovalState.Open _ ->
          switch (signal) {
            case Signal.Voted voted -> vote(approval, voted);
            case Signal.PeopleChanged changed -> recount(approval, changed);
            case Signal.RunStoppedWaiting stopped ->
                new Step(
                    moved(approval, new ApprovalState.RunLeft(stopped.at())),
                    List.of(),
                    Ruling.MOVED);
          };
      case ApprovalState.Approved _, ApprovalState.Declined _, ApprovalState.RunLeft _ ->
          switch (signal) {
            case Signal.Voted voted -> Step.stays(approval, tooLate(voted));
            case Signal.PeopleChanged _, Signal.RunStoppedWaiting _ ->
                Step.stays(approval, Ruling.UNMOVED);
          };
    };
  }

  private static Ruling tooLate(Signal.Voted voted) {
    return mayVote(voted) ? Ruling.SETTLED_BEFORE : Ruling.MAY_NOT_VOTE;
  }

  private static Step vote(Approval approval, Signal.Voted voted) {
    if (!mayVote(voted)) {
      return Step.stays(approval, Ruling.MAY_NOT_VOTE);
    }
    var vote = voted.vote();
    if (approval.voteOf(vote.voter().key()) != null) {
      return Step.stays(approval, Ruling.VOTED_BEFORE);
    }
    List<Vote> votes = new ArrayList<>(approval.votes());
    votes.add(vote);
    return count(approval, votes, approval.needed(voted.mayVote()), vote, vote.at());
  }

  private static boolean mayVote(Signal.Voted voted) {
    var voter = voted.vote().voter();
    return switch (voter.kind()) {
      case MACHINE -> true;
      case USER, SERVICE_ACCOUNT ->
          voted.mayVote().stream().anyMatch(one -> one.email().equals(voter.email()));
      case SYSTEM -> false;
    };
  }

  private static Step recount(Approval approval, Signal.PeopleChanged changed) {
    var needed = approval.askedAmong(changed.mayVote());
    var outcome = QuorumPolicy.outcome(approval.question().quorum(), needed, approval.votes());
    if (outcome != Outcome.OPEN) {
      return count(approval, approval.votes(), needed, null, changed.at());
    }
    if (!needed.isEmpty() || (approval.asked().isEmpty() && changed.mayVote().isEmpty())) {
      return Step.stays(approval, Ruling.UNMOVED);
    }
    // Nobody who was asked can answer any more, so it is put to those who can, or to nobody.
    var asked =
        new Approval(
            approval.id(),
            approval.question(),
            changed.mayVote(),
            approval.votes(),
            approval.state(),
            approval.version() + 1);
    return new Step(
        asked, List.of(new ApprovalEvent.Asked(changed.mayVote(), changed.at())), Ruling.MOVED);
  }

  private static Step count(
      Approval approval, List<Vote> votes, Set<String> needed, @Nullable Vote vote, Instant at) {
    var outcome = QuorumPolicy.outcome(approval.question().quorum(), needed, votes);
    var counted =
        new Approval(
            approval.id(),
            approval.question(),
            approval.asked(),
            votes,
            ApprovalState.after(outcome, at),
            approval.version() + 1);
    return new Step(counted, List.of(new ApprovalEvent.Decided(vote, outcome, at)), Ruling.MOVED);
  }

  private static Approval moved(Approval approval, ApprovalState state) {
    return new Approval(
        approval.id(),
        approval.question(),
        approval.asked(),
        approval.votes(),
        state,
        approval.version() + 1);
  }
}
