package io.slipway.chaos;

import io.slipway.bench.suite.SuiteAccess;
import java.time.Duration;
import java.util.List;

/**
 * What to do to a suite.
 *
 * @param suite in an organisation that is used for this and nothing else
 * @param seed decides what is killed when, and what each run is
 * @param targets the names of the processes to kill, as their pid files have them
 * @param killsPerTarget how often each of them
 * @param rate runs asked for in a second
 * @param approvalShare how many of them need approval, between 0 and 1
 * @param lead how long runs are asked for before the first kill
 * @param leastPause the shortest time between two kills
 * @param longestPause and the longest, unless the next to be killed is not ready yet
 * @param patience how long after the last restart a run may still be open
 */
public record ChaosSettings(
    SuiteAccess suite,
    long seed,
    List<String> targets,
    int killsPerTarget,
    double rate,
    double approvalShare,
    Duration lead,
    Duration leastPause,
    Duration longestPause,
    Duration patience) {

  public static final List<String> EVERYTHING =
      List.of(
          "action-api",
          "run-orchestrator",
          "approval-service",
          "notifier",
          "catalog-service",
          "kafka",
          "postgresql");

  public ChaosSettings {
    targets = List.copyOf(targets);
    if (rate <= 0 || rate > 1000) {
      throw new IllegalArgumentException("rate must be between 0 and 1000 per second: " + rate);
    }
    if (killsPerTarget < 0) {
      throw new IllegalArgumentException("kills must not be negative: " + killsPerTarget);
    }
  }

  /**
   * Ten kills of each of seven, about twenty minutes. Each outage holds up all that is asked for
   * meanwhile, and two cores need as long again to catch up: shorter pauses would only pile runs
   * up, and show what the machine can do instead of what is promised.
   */
  public static ChaosSettings usual(SuiteAccess suite, long seed) {
    return new ChaosSettings(
        suite,
        seed,
        EVERYTHING,
        10,
        20,
        0.3,
        Duration.ofSeconds(5),
        Duration.ofSeconds(8),
        Duration.ofSeconds(28),
        Duration.ofSeconds(60));
  }

  public ChaosSettings killing(int times) {
    return new ChaosSettings(
        suite, seed, targets, times, rate, approvalShare, lead, leastPause, longestPause, patience);
  }

  public ChaosSettings at(double otherRate) {
    return new ChaosSettings(
        suite,
        seed,
        targets,
        killsPerTarget,
        otherRate,
        approvalShare,
        lead,
        leastPause,
        longestPause,
        patience);
  }
}
