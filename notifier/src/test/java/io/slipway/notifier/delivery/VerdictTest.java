package io.slipway.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.retry.RetryPolicy;
import io.slipway.notifier.channel.Answer;
import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Letter;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Instant BEGAN = Instant.parse("2026-03-01T09:00:00Z");
  private static final RetryPolicy RETRY =
      new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofHours(75));

  @Test
  void whatWasAcceptedIsDone() {
    assertThat(judge(1, new Answer.Accepted(), BEGAN, 0)).isEqualTo(new Verdict.Delivered());
  }

  @Test
  void whatWasRefusedIsNotTriedAgain() {
    assertThat(judge(1, new Answer.Refused("gone"), BEGAN, 0))
        .isEqualTo(new Verdict.GiveUp("gone"));
  }

  @Property
  void aMailServerMayBeAwayForDaysAndEachPauseIsShort(
      @ForAll @IntRange(min = 1, max = 100_000) int attempt,
      @ForAll @DoubleRange(max = 0.99) double jitter,
      @ForAll @IntRange(max = 74 * 3600) int secondsLater) {
    var verdict =
        judge(attempt, new Answer.Failed("away"), BEGAN.plusSeconds(secondsLater), jitter);

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.TryAgain.class,
            again ->
                assertThat(again.pause())
                    .isBetween(Duration.ofMillis(800), Duration.ofSeconds(36)));
  }

  @Test
  void thereIsAnEndToPatience() {
    var late = BEGAN.plus(Duration.ofHours(76));

    assertThat(judge(9000, new Answer.Failed("away"), late, 0.5))
        .isEqualTo(new Verdict.GiveUp("no success in 9000 attempts; away"));
  }

  @Test
  void theOtherSideMayAskForALongerPause() {
    var asked = new Answer.Failed("busy", Duration.ofMinutes(10));

    assertThat(judge(1, asked, BEGAN, 0.5))
        .isEqualTo(new Verdict.TryAgain(Duration.ofMinutes(10), "busy"));
  }

  private static Verdict judge(int attempt, Answer answer, Instant now, double jitter) {
    var channel = new Channel.Email("ann@x", new Letter("s", "t", "h"));
    var delivery = Delivery.because("event", "org_1", "r_1", channel);
    var claim = new Claim(delivery, attempt, BEGAN, now);
    return Verdict.of(claim, answer, RETRY, now, jitter);
  }
}
