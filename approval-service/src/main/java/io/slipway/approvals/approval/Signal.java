package io.slipway.approvals.approval;

import io.slipway.approvals.approver.Approver;
import java.time.Instant;
import java.util.List;

/** Anything that may move an approval. */
public sealed interface Signal {

  /**
   * Someone votes.
   *
   * @param mayVote who may vote at this moment, looked up before the approval was locked
   */
  record Voted(Vote vote, List<Approver> mayVote) implements Signal {}

  /** People, their roles or their teams changed, so the votes are counted again. */
  record PeopleChanged(List<Approver> mayVote, Instant at) implements Signal {}

  /** The run waits no longer. */
  record RunStoppedWaiting(Instant at) implements Signal {}
}
