package io.slipway.actionapi.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bucket of requests for each of those who ask, which fills steadily. Each replica of the edge
 * keeps its own, in memory: with n of them an organisation may ask up to n times as much.
 */
public final class RequestLimits {
  private static final int MOST_REMEMBERED = 10_000;

  private final long requests;
  private final Duration period;
  private final TimeMeter clock;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * @param requests in each period; 0 for no limit
   */
  public RequestLimits(long requests, Duration period, TimeMeter clock) {
    if (requests < 0 || period.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "slipway.limits.requests must be 0 or more and slipway.limits.period a second or more");
    }
    this.requests = requests;
    this.period = period;
    this.clock = clock;
  }

  /**
   * One request, as it counts.
   *
   * @param remaining whole requests that are left
   * @param reset seconds until the bucket is full, never more than the period
   * @param retry seconds until there is one again; 0 when there is
   */
  public record Turn(
      boolean allowed, long limit, long period, long remaining, long reset, long retry) {}

  /** Whether there is any limit. */
  public boolean isOn() {
    return requests > 0;
  }

  /** Takes one request out of somebody's bucket, if there is one. */
  public Turn take(String whom) {
    if (buckets.size() >= MOST_REMEMBERED && !buckets.containsKey(whom)) {
      buckets.clear(); // a fresh bucket is a full one: nobody is wronged
    }
    var probe = buckets.computeIfAbsent(whom, _ -> bucket()).tryConsumeAndReturnRemaining(1);
    return new Turn(
        probe.isConsumed(),
        requests,
        period.toSeconds(),
        probe.getRemainingTokens(),
        Math.min(seconds(probe.getNanosToWaitForReset()), period.toSeconds()),
        seconds(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(Bandwidth.builder().capacity(requests).refillGreedy(requests, period).build())
        .withCustomTimePrecision(clock)
        .build();
  }

  /** Rounded up, since after a part of a second it would be too soon. */
  private static long seconds(long nanos) {
    return Math.ceilDiv(nanos, 1_000_000_000L);
  }
}
