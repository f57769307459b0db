package io.slipway.actionapi.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class HandOverTest {
  private final Waiting waiting = new Waiting();

  @Test
  void handsOverWhatNobodyHasConfirmed() {
    waiting.said = sayings(3, 10);

    new HandOver(waiting, (organization, all) -> Mono.just(ids(all))).unconfirmed("org_a").block();

    assertThat(waiting.confirmed).containsExactly("r_0", "r_1", "r_2");
  }

  @Test
  void neverFailsAList() {
    waiting.said = sayings(2, 10);

    new HandOver(waiting, (organization, all) -> Mono.error(new java.io.IOException("away")))
        .unconfirmed("org_a")
        .block();

    assertThat(waiting.confirmed).isEmpty();
  }

  /** One that the orchestrator chokes on keeps none of the others back. */
  @Test
  void goesOneByOneWhereTogetherFails() {
    waiting.said = sayings(3, 10);

    new HandOver(
            waiting,
            (organization, all) ->
                all.stream().anyMatch(said -> said.key().equals("r_1"))
                    ? Mono.error(new IllegalStateException("poison"))
                    : Mono.just(ids(all)))
        .unconfirmed("org_a")
        .block();

    assertThat(waiting.confirmed).containsExactly("r_0", "r_2");
  }

  @Test
  void keepsPortionsSmall() {
    assertThat(HandOver.portions(sayings(450, 1)))
        .extracting(List::size)
        .containsExactly(200, 200, 50);
    assertThat(HandOver.portions(sayings(3, 1_500_000))).hasSize(3);
    assertThat(HandOver.portions(List.of())).isEmpty();
  }

  private static List<Said> sayings(int count, int bytes) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Said("e" + i, "r_" + i, Map.of(), new byte[bytes]))
        .toList();
  }

  private static List<String> ids(List<Said> all) {
    return all.stream().map(Said::key).toList();
  }

  private static final class Waiting implements Invocations {
    private List<Said> said = List.of();
    private final List<String> confirmed = new ArrayList<>();

    @Override
    public Mono<List<Said>> unconfirmed(String organization, int most) {
      return Mono.just(said);
    }

    @Override
    public Mono<Void> confirm(String organization, Collection<String> runIds) {
      return Mono.fromRunnable(() -> confirmed.addAll(runIds));
    }

    @Override
    public Mono<Long> sweep() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Kept> keep(Invocation invocation, Key key, Said said, JsonNode run) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Said> said(String organization, String runId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<JsonNode> unconfirmedRun(String organization, String runId) {
      throw new UnsupportedOperationException();
    }
  }
}
