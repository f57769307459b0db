package io.slipway.approvals.approval;

import io.slipway.approvals.approver.Approver;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said when an approval moves. */
public sealed interface ApprovalEvent {

  /** These people are asked; nobody, when nobody may vote. */
  record Asked(List<Approver> people, Instant at) implements ApprovalEvent {}

  /**
   * A vote was counted, or the question was settled, or both.
   *
   * @param vote absent when a recount settled it
   */
  record Decided(@Nullable Vote vote, Outcome outcome, Instant at) implements ApprovalEvent {}
}
