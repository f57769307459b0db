package io.slipway.bench;

import java.util.Collection;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/** How long something took, many times; in milliseconds. */
record Figures(long count, double p50, double p90, double p99, double max) {

  private static final long LONGEST = 3_600_000_000_000L;
  private static final double NANOS_PER_MILLI = 1e6;

  static Figures of(LongStream nanos) {
    var histogram = new Histogram(LONGEST, 3);
    nanos.forEach(value -> histogram.recordValue(Math.clamp(value, 0, LONGEST)));
    return of(histogram);
  }

  static Figures of(Collection<Long> nanos) {
    return of(nanos.stream().mapToLong(Long::longValue));
  }

  private static Figures of(Histogram histogram) {
    if (histogram.getTotalCount() == 0) {
      return new Figures(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    return new Figures(
        histogram.getTotalCount(),
        millis(histogram.getValueAtPercentile(50)),
        millis(histogram.getValueAtPercentile(90)),
        millis(histogram.getValueAtPercentile(99)),
        millis(histogram.getMaxValue()));
  }

  private static double millis(long nanos) {
    return nanos / NANOS_PER_MILLI;
  }
}
