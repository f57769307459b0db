package io.slipway.orchestrator.run;

import java.time.Instant;

/** Anything that may move a run. */
public sealed interface Signal {

  /** Who sent it. */
  Actor by();

  /** When. */
  Instant at();

  /** The word for it in events and metrics. */
  default String cause() {
    return getClass().getSimpleName();
  }

  /** Somebody asked for it. The departure counts only when nobody has to agree first. */
  record Invoked(Actor by, Instant at, Departure departure) implements Signal {}

  /** Enough people agreed; the work may leave. */
  record Approved(Actor by, Instant at, Decision decision, Departure departure) implements Signal {}

  /** Somebody said no. */
  record Declined(Actor by, Instant at, Decision decision) implements Signal {}

  /** Somebody voted, and more votes are needed. */
  record Voted(Actor by, Instant at) implements Signal {}

  /** Whoever asked for it no longer wants it. */
  record Withdrawn(Actor by, Instant at, Changes changes) implements Signal {}

  /** The backend says how it ended. */
  record Reported(Actor by, Instant at, Outcome outcome, Changes changes) implements Signal {}

  /** The backend says something about it, but not that it ended. */
  record Labelled(Actor by, Instant at, Changes changes) implements Signal {}

  /** What was needed to hand it over is at hand now. */
  record Departed(Actor by, Instant at, Departure departure) implements Signal {}

  /** It could not be handed over, and never will be. */
  record DispatchFailed(Actor by, Instant at, String why) implements Signal {}

  /** The people asked took too long. */
  record ApprovalExpired(Actor by, Instant at) implements Signal {}

  /** Its deadline has passed. */
  record TimeRanOut(Actor by, Instant at) implements Signal {}
}
