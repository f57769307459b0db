package io.slipway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.bench.BenchSettings.Arrivals;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void spacesConstantArrivalsEvenlyFromTheStart() {
    var schedule = Schedule.constant(50, Duration.ofMillis(100));

    assertThat(schedule.offsets())
        .containsExactly(0L, 20_000_000L, 40_000_000L, 60_000_000L, 80_000_000L);
  }

  @Test
  void doesNotDriftWhenThePeriodIsNoWholeNumberOfNanoseconds() {
    var schedule = Schedule.constant(300, Duration.ofSeconds(20));

    assertThat(schedule.count()).isEqualTo(6000);
    assertThat(schedule.offsets().get(3000)).isEqualTo(10_000_000_000L);
  }

  @Test
  void keepsRandomArrivalsInOrderWithinTheWindowAndAtTheRate() {
    var window = Duration.ofSeconds(100);

    var schedule = Schedule.poisson(100, window, new Random(7));

    assertThat(schedule.offsets()).isSorted().allMatch(at -> at >= 0 && at < window.toNanos());
    assertThat(schedule.count()).isBetween(9_500, 10_500);
  }

  @Test
  void spreadsRandomArrivalsAsAPoissonProcessDoes() {
    var offsets = Schedule.poisson(100, Duration.ofSeconds(100), new Random(7)).offsets();

    var shorterThanMean = 0;
    for (var i = 1; i < offsets.size(); i++) {
      if (offsets.get(i) - offsets.get(i - 1) < 10_000_000) {
        shorterThanMean++;
      }
    }

    // 1 - 1/e of all gaps
    assertThat(shorterThanMean / (double) offsets.size()).isBetween(0.60, 0.66);
  }

  @Test
  void givesTheSameRandomArrivalsInEveryBench() {
    var once = Schedule.of(Arrivals.POISSON, 50, Duration.ofSeconds(5));
    var again = Schedule.of(Arrivals.POISSON, 50, Duration.ofSeconds(5));

    assertThat(once).isEqualTo(again);
  }
}
