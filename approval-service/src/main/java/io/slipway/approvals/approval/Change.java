package io.slipway.approvals.approval;

import io.slipway.chassis.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/** A step, and what the audit log keeps of it. */
public record Change(Step step, @Nullable AuditEntry audit) {

  /** A step of which the audit log keeps nothing. */
  public static Change unaudited(Step step) {
    return new Change(step, null);
  }
}
