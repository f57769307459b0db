package io.slipway.chaos;

import org.jspecify.annotations.Nullable;

/**
 * A run that the driver asks for, and what became of it. Written by the threads of driver and
 * agent, read by the checker when they have stopped.
 */
final class Wish {

  private static final long NEVER = Long.MAX_VALUE;

  private final String token;
  private final Plan plan;
  private final long born;
  private volatile @Nullable String runId;
  private volatile long voteSent = NEVER;
  private volatile long heard = NEVER;
  private volatile @Nullable String seenEnd;
  private volatile long ended = NEVER;
  private volatile @Nullable String finalStatus;

  Wish(String token, Plan plan, long born) {
    this.token = token;
    this.plan = plan;
    this.born = born;
  }

  String token() {
    return token;
  }

  Plan plan() {
    return plan;
  }

  /** A 2xx came: from now on the suite owes this run an end. */
  void acceptedAs(String run) {
    runId = run;
  }

  /** Absent while no 2xx has come. */
  @Nullable String runId() {
    return runId;
  }

  void voteSentAt(long instant) {
    voteSent = instant;
  }

  void heardAt(long instant) {
    heard = Math.min(heard, instant);
  }

  /** An agent had it before anybody could have decided. */
  boolean isHeardBeforeVote() {
    return plan.asks() && heard < voteSent;
  }

  void endedAs(String status, long instant) {
    seenEnd = status;
    ended = instant;
  }

  /** The terminal status that the driver saw first. */
  @Nullable String seenEnd() {
    return seenEnd;
  }

  boolean isOpen() {
    return runId != null && seenEnd == null;
  }

  /** From asking to the end that the driver saw, in nanoseconds; zero while it has seen none. */
  long took() {
    return ended == NEVER ? 0 : ended - born;
  }

  void finallyIs(String status) {
    finalStatus = status;
  }

  /** The status after everything; absent if the API no longer knows the run. */
  @Nullable String finalStatus() {
    return finalStatus;
  }
}
