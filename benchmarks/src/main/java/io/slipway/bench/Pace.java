package io.slipway.bench;

import java.util.concurrent.locks.LockSupport;

/** Waiting for an instant of {@link System#nanoTime()}. */
final class Pace {

  private Pace() {}

  /** Returns at once when it is past; false when the thread was interrupted. */
  static boolean until(long instant) {
    for (var left = instant - System.nanoTime(); left > 0; left = instant - System.nanoTime()) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(left);
    }
    return true;
  }

  static boolean rest(long nanos) {
    return until(System.nanoTime() + nanos);
  }
}
