package io.slipway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LivesTest {

  private final Lives lives = new Lives("b1-");

  @Test
  void givesEachLifeATokenByWhichItIsFound() {
    var first = lives.begin(0);
    var second = lives.begin(1);

    assertThat(first.token()).isEqualTo("b1-1");
    assertThat(lives.find("b1-2")).contains(second);
    assertThat(lives.find("somebody-else-s")).isEmpty();
  }

  @Test
  void stillKnowsALifeThatHasEndedSoThatASecondInvocationIsNoticed() {
    var life = lives.begin(0);

    lives.end(life);
    lives.end(life);

    assertThat(lives.open()).isZero();
    assertThat(lives.find(life.token())).contains(life);
  }

  @Test
  void forgetsALifeWithItsStep() {
    var life = lives.begin(0);

    lives.forget(life);

    assertThat(lives.open()).isZero();
    assertThat(lives.find(life.token())).isEmpty();
  }
}
