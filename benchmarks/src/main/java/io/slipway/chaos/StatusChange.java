package io.slipway.chaos;

import java.util.Set;

/**
 * A {@code RunStatusChanged} as far as it matters here.
 *
 * @param eventId tells a repeated record from a second event
 * @param token the wish that the run's inputs name; empty where it is not known
 * @param from empty when the run has just begun
 */
record StatusChange(
    String eventId, String runId, String token, long version, String from, String to) {

  static final Set<String> ENDS = Set.of("SUCCESS", "FAILURE", "DECLINED");

  /** It moves the run into an end, rather than changing something else about it. */
  boolean isEnd() {
    return ENDS.contains(to) && !from.equals(to);
  }
}
