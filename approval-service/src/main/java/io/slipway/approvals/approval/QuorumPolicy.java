package io.slipway.approvals.approval;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides what the votes amount to. */
public final class QuorumPolicy {
  private QuorumPolicy() {}

  /**
   * Where the question stands. One no decides, and so does the yes of a machine; otherwise the rule
   * does. Without a vote nothing is decided, whoever may or may not vote.
   *
   * @param needed the keys of those asked who may still vote
   */
  public static Outcome outcome(QuorumRule rule, Set<String> needed, Collection<Vote> votes) {
    if (votes.isEmpty()) {
      return Outcome.OPEN;
    }
    if (votes.stream().anyMatch(vote -> vote.verdict() == Verdict.DECLINE)) {
      return Outcome.DECLINED;
    }
    if (votes.stream().anyMatch(vote -> vote.voter().isMachine())) {
      return Outcome.APPROVED;
    }
    return switch (rule) {
      case ANY -> Outcome.APPROVED;
      case ALL -> approvers(votes).containsAll(needed) ? Outcome.APPROVED : Outcome.OPEN;
    };
  }

  private static Set<String> approvers(Collection<Vote> votes) {
    return votes.stream().map(vote -> vote.voter().key()).collect(Collectors.toSet());
  }
}
