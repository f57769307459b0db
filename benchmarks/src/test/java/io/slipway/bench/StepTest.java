package io.slipway.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {

  private static final long MS = 1_000_000;
  private static final long BEGIN = 5_000 * MS;
  private static final Duration WINDOW = Duration.ofSeconds(1);

  @Test
  void measuresEveryLegFromTheIntendedSendTime() {
    // Due at 10, and whoever should have sent it was late: that counts.
    var life = new Life("a", BEGIN + 10 * MS);
    life.answeredAt(BEGIN + 30 * MS);
    life.heardAt(BEGIN + 25 * MS);
    life.reportedAt(BEGIN + 28 * MS);
    life.visibleAt(BEGIN + 29 * MS);

    var step = step(life);

    assertThat(step.figures(Leg.ANSWERED).p50()).isCloseTo(20, within(0.1));
    assertThat(step.figures(Leg.TO_AGENT).p50()).isCloseTo(15, within(0.1));
    assertThat(step.figures(Leg.REPORTED).p50()).isCloseTo(3, within(0.1));
    assertThat(step.figures(Leg.VISIBLE).p50()).isCloseTo(1, within(0.1));
    assertThat(step.figures(Leg.WHOLE).p50()).isCloseTo(19, within(0.1));
  }

  @Test
  void leavesOutLegsThatWereNotReached() {
    var life = new Life("a", BEGIN);
    life.answeredAt(BEGIN + 3 * MS);

    assertThat(step(life).figures(Leg.ANSWERED).count()).isEqualTo(1);
    assertThat(step(life).figures(Leg.TO_AGENT).count()).isZero();
  }

  @Test
  void countsAsThroughputOnlyWhatEndedWhileOthersWereSent() {
    var step = step(done(100), done(900), done(1001), done(5000));

    assertThat(step.throughput()).isCloseTo(2.0, within(1e-9));
    assertThat(step.backlog()).isEqualTo(2);
    assertThat(step.done()).isEqualTo(4);
  }

  @Test
  void callsLostWhatWasTakenAndNeverEnded() {
    var lost = new Life("lost", BEGIN);
    lost.answeredAt(BEGIN + MS);

    var step = step(lost, done(100));

    assertThat(step.lost()).containsExactly(lost);
    assertThat(step.isSustained()).isFalse();
  }

  @Test
  void callsLostWhatFailedWithAnError() {
    var failed = new Life("failed", BEGIN);
    failed.fail("POST: HTTP 500");

    assertThat(step(failed).lost()).containsExactly(failed);
  }

  @Test
  void losesNothingByARefusal() {
    var refused = new Life("refused", BEGIN);
    refused.refuse("HTTP 503");

    var step = step(refused, done(100));

    assertThat(step.lost()).isEmpty();
    assertThat(step.refused()).isEqualTo(1);
    assertThat(step.isSustained()).isFalse();
  }

  @Test
  void forgivesARefusalThatWasNone() {
    var late = done(300);
    late.refuse("no answer in time");

    var step = step(late);

    assertThat(step.refused()).isZero();
    assertThat(step.done()).isEqualTo(1);
    assertThat(step.troubled()).isEmpty();
  }

  @Test
  void noticesASecondInvocation() {
    var life = done(100);

    assertThat(life.heardAt(BEGIN + 200 * MS)).isFalse();

    assertThat(step(life).troubled()).containsExactly(life);
    assertThat(Leg.TO_AGENT.of(life)).isEqualTo(0);
  }

  @Test
  void isNotSustainedWhenMoreThanASecondOfArrivalsHasPiledUp() {
    var keptUp = new Step(2, WINDOW, BEGIN, 3, List.of(done(100), done(1100), done(1200)));
    var fellBehind = new Step(1, WINDOW, BEGIN, 3, List.of(done(100), done(1100), done(1200)));

    assertThat(keptUp.isSustained()).isTrue();
    assertThat(fellBehind.isSustained()).isFalse();
  }

  @Test
  void isNotSustainedWhenSendingWasGivenUp() {
    var step = new Step(50, WINDOW, BEGIN, 50, List.of(done(100)));

    assertThat(step.isGivenUp()).isTrue();
    assertThat(step.isSustained()).isFalse();
  }

  @Test
  void comparesWithTheMeanOfTheFloorsAroundIt() {
    var life = new Life("a", BEGIN);
    life.heardAt(BEGIN + 12 * MS);
    life.answeredAt(BEGIN + 6 * MS);
    var before = floors(1.0, 0.5, 99);
    var after = floors(2.0, 0.5, 8);

    var ratios = Ratios.of(step(life), before, after);

    // (2 x 1 + 2 x 0.5) and (2 x 2 + 2 x 0.5) have the mean 4
    assertThat(ratios.toAgent()).isCloseTo(3.0, within(0.01));
    assertThat(ratios.toAgentUnderLoad()).isCloseTo(1.5, within(0.01));
    assertThat(ratios.answered()).isCloseTo(12.0, within(0.05));
  }

  private static Floors floors(double hop, double commit, double chain) {
    return new Floors(p50(hop), p50(commit), p50(chain));
  }

  private static Figures p50(double value) {
    return new Figures(1, value, value, value, value);
  }

  private static Life done(long millis) {
    var life = new Life("done" + millis, BEGIN);
    life.heardAt(BEGIN);
    life.visibleAt(BEGIN + millis * MS);
    return life;
  }

  private static Step step(Life... lives) {
    return new Step(50, WINDOW, BEGIN, lives.length, Arrays.asList(lives));
  }
}
