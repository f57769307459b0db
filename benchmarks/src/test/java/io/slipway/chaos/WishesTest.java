package io.slipway.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WishesTest {

  @Test
  void plansTheSameForTheSameSeed() {
    assertThat(plans(42)).isEqualTo(plans(42)).isNotEqualTo(plans(43));
  }

  @Test
  void asksForApprovalAsOftenAsItWasTold() {
    var plans = plans(42);

    assertThat(plans.stream().filter(Plan::asks).count()).isBetween(270L, 330L);
    assertThat(plans).contains(Plan.PLAIN, Plan.APPROVED, Plan.DECLINED);
  }

  @Test
  void countsAsOpenWhatWasAcceptedAndNotSeenToEnd() {
    var wishes = new Wishes("c-", 0.3, new Random(1));
    var unanswered = wishes.next(0);
    var open = wishes.next(0);
    var ended = wishes.next(0);

    open.acceptedAs("r_1");
    ended.acceptedAs("r_2");
    ended.endedAs("SUCCESS", 5);

    assertThat(wishes.open()).isEqualTo(1);
    assertThat(wishes.find("c-1")).contains(unanswered);
  }

  private static List<Plan> plans(long seed) {
    var wishes = new Wishes("c-", 0.3, new Random(seed));
    return IntStream.range(0, 1000).mapToObj(_ -> wishes.next(0).plan()).toList();
  }
}
