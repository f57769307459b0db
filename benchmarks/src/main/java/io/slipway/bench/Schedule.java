package io.slipway.bench;

import io.slipway.bench.BenchSettings.Arrivals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * When each arrival is due, counted from the beginning and fixed before the first is sent. Whoever
 * falls behind still measures from here, so a slow server cannot hide by slowing down its clients.
 */
record Schedule(List<Long> offsets) {

  /** Random arrivals are the same ones at each rate in every run, so that runs can be compared. */
  private static final long SEED = 20_261_120;

  Schedule {
    offsets = List.copyOf(offsets);
  }

  static Schedule of(Arrivals arrivals, int rate, Duration window) {
    return switch (arrivals) {
      case CONSTANT -> constant(rate, window);
      case POISSON -> poisson(rate, window, new Random(SEED + rate));
    };
  }

  static Schedule constant(int rate, Duration window) {
    var count = window.toMillis() * rate / 1000;
    var offsets = new ArrayList<Long>((int) count);
    for (long i = 0; i < count; i++) {
      offsets.add(i * 1_000_000_000L / rate);
    }
    return new Schedule(offsets);
  }

  static Schedule poisson(int rate, Duration window, Random random) {
    var offsets = new ArrayList<Long>();
    var mean = 1e9 / rate;
    for (var at = gap(mean, random); at < window.toNanos(); at += gap(mean, random)) {
      offsets.add(at);
    }
    return new Schedule(offsets);
  }

  private static long gap(double mean, Random random) {
    return Math.round(-Math.log(1 - random.nextDouble()) * mean);
  }

  int count() {
    return offsets.size();
  }
}
