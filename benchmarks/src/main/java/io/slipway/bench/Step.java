package io.slipway.bench;

import java.time.Duration;
import java.util.List;

/**
 * What happened at one rate.
 *
 * @param window how long lives were sent
 * @param begin when the first was due
 * @param intended how many lives there should have been
 * @param lives those that were sent; fewer than intended when the suite fell far behind
 */
record Step(int rate, Duration window, long begin, int intended, List<Life> lives) {

  Step {
    lives = List.copyOf(lives);
  }

  Figures figures(Leg leg) {
    return Figures.of(lives.stream().mapToLong(leg::of).filter(nanos -> nanos != Leg.NONE));
  }

  long done() {
    return lives.stream().filter(Life::isDone).count();
  }

  long refused() {
    return lives.stream().filter(Life::isRefused).count();
  }

  /** Accepted or in doubt, and never seen to end: what makes the bench fail. */
  List<Life> lost() {
    return lives.stream().filter(Life::isLost).toList();
  }

  /** Seen through, and yet something was not right on the way, such as a second invocation. */
  List<Life> troubled() {
    return lives.stream().filter(Life::isTroubled).toList();
  }

  /** Lives that ended while others were being sent, per second: what the suite kept up with. */
  double throughput() {
    var end = begin + window.toNanos();
    var inTime = lives.stream().filter(life -> life.isDone() && life.visible() - end <= 0).count();
    return inTime / (window.toNanos() / 1e9);
  }

  /** Lives sent and not ended when the last had been sent: what had piled up. */
  long backlog() {
    var end = begin + window.toNanos();
    return lives.stream()
        .filter(life -> !life.isRefused() && (!life.isDone() || life.visible() - end > 0))
        .count();
  }

  /** It fell so far behind that sending was given up. */
  boolean isGivenUp() {
    return lives.size() < intended;
  }

  /**
   * All were sent and taken, and what had piled up at the end is no more than a second's arrivals.
   */
  boolean isSustained() {
    return !isGivenUp() && refused() == 0 && lost().isEmpty() && backlog() <= rate;
  }
}
