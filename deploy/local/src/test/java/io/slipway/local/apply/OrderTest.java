package io.slipway.local.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {

  @Test
  void putsEachAfterWhatItNeedsAndKeepsTheRestAsItWas() {
    var needs = Map.of("a", List.of("c"), "b", List.of("a", "elsewhere"));

    var order = order(List.of("a", "b", "c", "d"), needs);

    assertThat(order.things()).containsExactly("c", "a", "b", "d");
    assertThat(order.late()).isEmpty();
  }

  @Test
  void breaksACircleAtOneNeed() {
    var order =
        order(
            List.of("a", "b", "c"),
            Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("a")));

    assertThat(order.things()).containsExactly("c", "b", "a");
    assertThat(order.late()).isEqualTo(Map.of("c", Set.of("a")));
    assertThat(order.lateFor("a")).isEmpty();
  }

  @Test
  void takesAChainOfAnyLength() {
    var things = IntStream.range(0, 100_000).boxed().toList();

    var order = Order.of(things, thing -> List.of(thing + 1));

    assertThat(order.things().getFirst()).isEqualTo(99_999);
    assertThat(order.things().getLast()).isZero();
  }

  /** Whatever needs whatever: all are there once, and a need is before, or late. */
  @Test
  void isRightForAnyGraph() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var size = 1 + random.nextInt(9);
      var needs = new HashMap<Integer, List<Integer>>();
      for (int i = 0; i < size; i++) {
        needs.put(i, random.ints(random.nextInt(4), 0, size).boxed().distinct().toList());
      }

      var order = Order.of(needs.keySet(), needs::get);

      assertThat(order.things())
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(needs.keySet());
      var before = new HashSet<Integer>();
      for (var thing : order.things()) {
        var missing = new ArrayList<>(needs.get(thing));
        missing.removeAll(before);
        assertThat(order.lateFor(thing)).as("seed %d", seed).containsAll(missing);
        before.add(thing);
      }
    }
  }

  private static Order<String> order(List<String> things, Map<String, List<String>> needs) {
    return Order.of(things, thing -> needs.getOrDefault(thing, List.of()));
  }
}
