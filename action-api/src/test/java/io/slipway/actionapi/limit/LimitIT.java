package io.slipway.actionapi.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.actionapi.house.EdgeUnderTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limit, as a client sees it. */
class LimitIT {
  private static final List<String> HEADERS =
      List.of(
          "x-ratelimit-limit", "x-ratelimit-period", "x-ratelimit-remaining", "x-ratelimit-reset");

  private final EdgeUnderTest edge = EdgeUnderTest.edge();

  @Test
  void isToldWithEveryAnswerInWholeNumbers() {
    var tenant = edge.tenant();
    var token = tenant.machine();

    for (var answer :
        List.of(
            edge.get("/v1/organization", token).expect(200),
            edge.get("/v1/actions/nope", token).expect(404),
            edge.post("/v1/actions", token, "{\"x\":1}").expect(422),
            edge.get("/v1/blueprints", token).expect(200),
            edge.grant(tenant.text("clientId"), tenant.text("clientSecret")).expect(200))) {
      assertThat(HEADERS).allSatisfy(header -> assertThat(answer.header(header)).matches("[0-9]+"));
      assertThat(Long.parseLong(answer.header("x-ratelimit-reset")))
          .isLessThanOrEqualTo(Long.parseLong(answer.header("x-ratelimit-period")));
    }
  }
}
