package io.slipway.bench;

/**
 * One run from its intended send time to the SUCCESS that a reader saw. Instants are those of
 * {@link System#nanoTime()}; each is set once, by whichever thread gets there.
 */
final class Life {

  static final long NOT_YET = Long.MIN_VALUE;

  private final String token;
  private final long intended;
  private volatile long answered = NOT_YET;
  private volatile long heard = NOT_YET;
  private volatile long reported = NOT_YET;
  private volatile long visible = NOT_YET;
  private volatile String trouble = "";
  private volatile boolean refused;
  private volatile boolean over;

  Life(String token, long intended) {
    this.token = token;
    this.intended = intended;
  }

  void answeredAt(long instant) {
    answered = instant;
  }

  /** False for one that was heard before: a second invocation of the same run. */
  synchronized boolean heardAt(long instant) {
    if (heard != NOT_YET) {
      trouble = "its invocation came twice";
      return false;
    }
    heard = instant;
    return true;
  }

  void reportedAt(long instant) {
    reported = instant;
  }

  void visibleAt(long instant) {
    visible = instant;
  }

  /**
   * The server would not take it now, or did not say so in time; nothing was promised, so nothing
   * is lost. It may have been taken all the same.
   */
  void refuse(String why) {
    refused = true;
    trouble = why;
  }

  /** Nobody waits for it any longer; false if that was so before. */
  synchronized boolean close() {
    var wasOpen = !over;
    over = true;
    return wasOpen;
  }

  /** Something went wrong that a server under load must not do. */
  void fail(String why) {
    trouble = why;
  }

  String token() {
    return token;
  }

  long intended() {
    return intended;
  }

  long answered() {
    return answered;
  }

  long heard() {
    return heard;
  }

  long reported() {
    return reported;
  }

  long visible() {
    return visible;
  }

  String trouble() {
    return trouble;
  }

  boolean isRefused() {
    return refused && !isDone();
  }

  /** It was seen through to the end. */
  boolean isDone() {
    return visible != NOT_YET;
  }

  /** Promised, or in doubt because of an error, and not seen to its end. */
  boolean isLost() {
    return !isDone() && !refused;
  }

  /** It ended, and something went wrong on the way that load does not explain. */
  boolean isTroubled() {
    return isDone() && !refused && !trouble.isEmpty();
  }

  boolean isOver() {
    return over;
  }
}
