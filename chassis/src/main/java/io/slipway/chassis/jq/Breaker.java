package io.slipway.chassis.jq;

import java.time.Duration;

/**
 * Remembers of one program that it ran away, so that a thousand runs of it do not take a thousand
 * times what one may take: after a few it is not tried for a while.
 */
final class Breaker {
  private static final int FEW = 8;
  private static final long WHILE = Duration.ofSeconds(5).toNanos();

  private int ranAway;
  private long until;

  synchronized boolean isOpen() {
    if (ranAway < FEW) {
      return false;
    }
    if (System.nanoTime() - until < 0) {
      return true;
    }
    ranAway = 0;
    return false;
  }

  synchronized void note(JqResult result) {
    if (result instanceof JqResult.Runaway && ++ranAway == FEW) {
      until = System.nanoTime() + WHILE;
    }
  }
}
