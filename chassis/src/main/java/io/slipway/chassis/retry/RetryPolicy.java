package io.slipway.chassis.retry;

import java.time.Duration;
import java.time.Instant;

/**
 * When to try again: a pure verdict. Backoff doubles from {@code first} up to {@code longest};
 * jitter is drawn by the caller, so that a test can hold it still.
 *
 * @param first pause after the first failed attempt
 * @param longest no pause is longer
 * @param patience nothing is tried later than this after the beginning
 */
public record RetryPolicy(Duration first, Duration longest, Duration patience) {

  /** What follows a failed attempt. */
  public sealed interface Verdict {
    /** Try again at that time. */
    record TryAgain(Instant at) implements Verdict {}

    /** It has taken too long. */
    record GiveUp() implements Verdict {}
  }

  /**
   * The verdict after a failed attempt.
   *
   * @param attempt how many were made, at least 1
   * @param began when the first was due
   * @param now the time of the failure
   * @param jitter from 0 (inclusive) to 1 (exclusive); moves the pause by up to a fifth either way
   */
  public Verdict after(int attempt, Instant began, Instant now, double jitter) {
    var doublings = Math.min(attempt - 1, 30);
    var pause = first.toMillis() * Math.pow(2, doublings);
    var bounded = Math.min(pause, longest.toMillis()) * (0.8 + 0.4 * jitter);
    var at = now.plusMillis((long) bounded);
    return at.isAfter(began.plus(patience)) ? new Verdict.GiveUp() : new Verdict.TryAgain(at);
  }
}
