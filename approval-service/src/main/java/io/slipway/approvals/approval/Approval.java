package io.slipway.approvals.approval;

import io.slipway.approvals.approver.Approver;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question and what has come of it so far.
 *
 * @param asked those to whom it was put; empty when nobody may vote
 * @param votes in the order in which they were counted
 * @param version rises by one with each change; 1 when the question was put
 */
public record Approval(
    String id,
    Question question,
    List<Approver> asked,
    List<Vote> votes,
    ApprovalState state,
    long version) {

  public Approval {
    asked = List.copyOf(asked);
    votes = List.copyOf(votes);
  }

  /** True until it is decided or its run has stopped waiting. */
  public boolean isOpen() {
    return state instanceof ApprovalState.Open;
  }

  /** The vote of a party, if they have voted. */
  public @Nullable Vote voteOf(String key) {
    for (var vote : votes) {
      if (vote.voter().key().equals(key)) {
        return vote;
      }
    }
    return null;
  }

  /** The latest vote, if there is one. */
  public @Nullable Vote latestVote() {
    return votes.isEmpty() ? null : votes.getLast();
  }

  /** The keys of those who were asked and are among the given people. */
  Set<String> askedAmong(Collection<Approver> people) {
    var keys = keys(asked);
    keys.retainAll(keys(people));
    return keys;
  }

  /**
   * The keys of those who all have to agree where the rule is ALL. Where nobody could be asked, it
   * is those who may vote by now, or the first newcomer would decide for all.
   */
  Set<String> needed(Collection<Approver> mayVote) {
    return asked.isEmpty() ? keys(mayVote) : askedAmong(mayVote);
  }

  private static Set<String> keys(Collection<Approver> people) {
    Set<String> keys = new LinkedHashSet<>();
    people.forEach(approver -> keys.add(approver.email()));
    return keys;
  }
}
