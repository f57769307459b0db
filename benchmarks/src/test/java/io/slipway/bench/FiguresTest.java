package io.slipway.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private static final double A_THOUSANDTH = 0.001;

  @Test
  void findsThePercentilesOfATo1000Milliseconds() {
    var figures = Figures.of(LongStream.rangeClosed(1, 1000).map(ms -> ms * 1_000_000));

    assertThat(figures.count()).isEqualTo(1000);
    assertThat(figures.p50()).isCloseTo(500, within(500 * A_THOUSANDTH));
    assertThat(figures.p90()).isCloseTo(900, within(900 * A_THOUSANDTH));
    assertThat(figures.p99()).isCloseTo(990, within(990 * A_THOUSANDTH));
    assertThat(figures.max()).isCloseTo(1000, within(1000 * A_THOUSANDTH));
  }

  @Test
  void hidesNoOutlier() {
    var figures = Figures.of(List.of(1_000_000L, 1_000_000L, 1_000_000L, 30_000_000_000L));

    assertThat(figures.p50()).isCloseTo(1, within(A_THOUSANDTH));
    assertThat(figures.max()).isCloseTo(30_000, within(30.0));
  }

  @Test
  void countsWhatIsLongerThanAnHourAsAnHour() {
    assertThat(Figures.of(List.of(Long.MAX_VALUE)).max()).isCloseTo(3_600_000, within(3_600.0));
  }

  @Test
  void hasNoPercentilesOfNothing() {
    var figures = Figures.of(List.of());

    assertThat(figures.count()).isZero();
    assertThat(figures.p50()).isNaN();
  }

  @Test
  void printsThreeFiguresOfWeight() {
    assertThat(BenchReport.millis(0.61234)).isEqualTo("0.61");
    assertThat(BenchReport.millis(12.34)).isEqualTo("12.3");
    assertThat(BenchReport.millis(1234.5)).isEqualTo("1235");
    assertThat(BenchReport.millis(Double.NaN)).isEqualTo("-");
  }
}
