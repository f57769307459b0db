package io.slipway.chaos;

import java.time.Duration;

/** Until when it is worth trying again; unknown at first, and set when the last restart is over. */
final class Deadline {

  private static final long NEVER = Long.MAX_VALUE;

  private volatile long instant = NEVER;

  static Deadline in(Duration time) {
    var deadline = new Deadline();
    deadline.setIn(time);
    return deadline;
  }

  void setIn(Duration time) {
    instant = System.nanoTime() + time.toNanos();
  }

  boolean isPast() {
    return instant != NEVER && instant - System.nanoTime() <= 0;
  }
}
