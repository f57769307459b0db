package io.slipway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuTimesTest {

  /** A name may hold spaces and brackets, so fields count from the last bracket. */
  private static final String STAT =
      "4242 (tricky) name) S 1 4242 4242 0 -1 4194560 7801 90 0 0 311 47 5 3 20 0 33 0 1234 0 0";

  @Test
  void readsTheFieldsAsTheManualNumbersThem() {
    assertThat(CpuTimes.ticks(STAT, 14)).isEqualTo(311);
    assertThat(CpuTimes.ticks(STAT, 14, 15)).isEqualTo(358);
    assertThat(CpuTimes.ticks(STAT, 14, 15, 16, 17)).isEqualTo(366);
  }

  @Test
  void countsNothingForAProcessThatHasGone() {
    assertThat(CpuTimes.ticks("", 14, 15)).isZero();
  }

  @Test
  void countsAsBusyNeitherIdlingNorWaitingNorGuestsTwice() {
    // user nice system idle iowait irq softirq steal guest guest_nice
    assertThat(CpuTimes.busyTicks("cpu  100 10 50 9999 888 5 4 3 70 7")).isEqualTo(172);
  }

  @Test
  void saysWhatWasUsedSinceAndLeavesOutWhatWasRestarted() {
    var before = times(Map.of("kafka", 100L, "notifier", 900L, "edge", 10L), 2000);
    var after = times(Map.of("kafka", 250L, "notifier", 20L, "edge", 10L), 2600);

    var since = after.since(before);

    assertThat(since.byProcess())
        .containsOnly(Map.entry("kafka", Duration.ofMillis(150)), Map.entry("edge", Duration.ZERO));
    assertThat(since.others()).isEqualTo(Duration.ofMillis(450));
  }

  private static CpuTimes times(Map<String, Long> millis, long machine) {
    var byProcess =
        millis.entrySet().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Map.Entry::getKey, entry -> Duration.ofMillis(entry.getValue())));
    return new CpuTimes(byProcess, Duration.ofMillis(machine));
  }
}
