package io.slipway.approvals.approval;

import io.slipway.chassis.outbox.Saying;

/** Puts what happened into the words in which the other services hear it. */
public interface Announcements {

  /** The published event of what happened to an approval. */
  Saying of(Approval approval, ApprovalEvent event);
}
