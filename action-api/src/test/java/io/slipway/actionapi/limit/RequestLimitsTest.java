package io.slipway.actionapi.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final RequestLimits limits =
      new RequestLimits(
          10,
          Duration.ofSeconds(60),
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
              return false;
            }
          });

  @Test
  void givesSoManyAndThenSaysWhen() {
    for (int left = 9; left >= 0; left--) {
      var turn = limits.take("org_a");
      assertThat(turn.allowed()).isTrue();
      assertThat(turn.remaining()).isEqualTo(left);
      assertThat(turn.reset()).isEqualTo((10 - left) * 6L);
    }

    var refused = limits.take("org_a");

    assertThat(refused).isEqualTo(new RequestLimits.Turn(false, 10, 60, 0, 60, 6));
    assertThat(limits.take("org_b").allowed()).isTrue();
    nanos.addAndGet(Duration.ofMillis(5_999).toNanos());
    assertThat(limits.take("org_a").allowed()).isFalse();
    nanos.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(limits.take("org_a").allowed()).isTrue();
    assertThat(limits.take("org_a").allowed()).isFalse();
  }

  @Test
  void forgetsRatherThanGrow() {
    for (int i = 0; i < 10; i++) {
      limits.take("org_a");
    }
    for (int i = 0; i < 10_000; i++) {
      limits.take("address/" + i);
    }

    assertThat(limits.take("org_a").allowed()).isTrue();
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    assertThat(new RequestLimits(0, Duration.ofSeconds(1), TimeMeter.SYSTEM_NANOTIME).isOn())
        .isFalse();
    assertThatThrownBy(
            () -> new RequestLimits(-1, Duration.ofSeconds(1), TimeMeter.SYSTEM_NANOTIME))
        .hasMessageContaining("slipway.limits.requests");
    assertThatThrownBy(() -> new RequestLimits(1, Duration.ofMillis(1), TimeMeter.SYSTEM_NANOTIME))
        .hasMessageContaining("slipway.limits.period");
  }
}
