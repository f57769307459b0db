package io.slipway.demo.agent;

import java.io.IOException;
import java.time.Duration;

/** Tries again, at growing intervals, what failed for the moment. */
final class Attempts {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final long end;
  private Duration pause = FIRST_PAUSE;

  Attempts(Duration patience) {
    end = System.nanoTime() + patience.toNanos();
  }

  /** One attempt. */
  @FunctionalInterface
  interface Exchange {
    Answer exchange() throws IOException, InterruptedException;
  }

  /** The first answer that is final, or the last one when there is no time left. */
  Answer at(String what, Exchange exchange) throws InterruptedException {
    while (true) {
      try {
        var answer = exchange.exchange();
        if (!answer.isTemporary() || isLast()) {
          return answer;
        }
      } catch (IOException broken) {
        if (isLast()) {
          throw new ApiFault("%s was not answered (%s)".formatted(what, broken), false);
        }
      }
      Thread.sleep(pause);
      var twice = pause.multipliedBy(2);
      pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
  }

  private boolean isLast() {
    return System.nanoTime() + pause.toNanos() > end;
  }
}
