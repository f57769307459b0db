package io.slipway.orchestrator.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a run: kept, and said to others, in the transaction of the change. */
public sealed interface RunEvent {

  /**
   * It began, moved, or changed in a way that people see: one more version.
   *
   * @param before null when it has just begun
   * @param cause the signal's own word
   */
  record Changed(@Nullable Run before, Run after, String cause, Actor by, Instant at)
      implements RunEvent {

    /** True when people are to be asked now. */
    public boolean asksForApproval() {
      return before == null && after.state() instanceof RunState.WaitingForApproval;
    }

    /** True when a vote is the reason; whoever counts the votes writes the audit of it. */
    public boolean isByVote() {
      return cause.equals(Signal.Approved.class.getSimpleName())
          || cause.equals(Signal.Declined.class.getSimpleName());
    }
  }

  /** A line was written into its log. */
  record Logged(LogLine line) implements RunEvent {}

  /** Its work left for the backend. */
  record HandedOver(Run run, Parcel parcel, Instant at) implements RunEvent {}

  /** Its work has to leave, and cannot yet. */
  record DispatchDue(Run run, String why) implements RunEvent {}
}
