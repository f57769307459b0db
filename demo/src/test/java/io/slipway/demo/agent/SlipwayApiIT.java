package io.slipway.demo.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.demo.fixture.FakeSlipway;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlipwayApiIT {

  private static final Login LOGIN = Login.client("client", "secret");

  private final FakeSlipway slipway = new FakeSlipway();
  private final SlipwayApi api = new SlipwayApi(slipway.url(), LOGIN, Duration.ofSeconds(30));

  @AfterEach
  void close() {
    slipway.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429})
  void triesAgainWhatMayFareBetter(int status) throws Exception {
    var times = new AtomicInteger();
    slipway.trouble(
        (request, exchange) ->
            request.path().equals("/v1/x")
                && times.incrementAndGet() <= 2
                && FakeSlipway.answer(exchange, status, "{\"ok\":false,\"error\":\"busy\"}"));

    assertThat(api.post("/v1/x", Map.of("a", 1)).status()).isEqualTo(200);
    assertThat(times).hasValue(3);
  }

  @Test
  void triesAgainWhenTheConnectionBreaks() throws Exception {
    var times = new AtomicInteger();
    // Closed without an answer: the exchange ends the connection.
    slipway.trouble((request, _) -> request.path().equals("/v1/x") && times.incrementAndGet() <= 2);

    assertThat(api.get("/v1/x").status()).isEqualTo(200);
    assertThat(times).hasValue(3);
  }

  @Test
  void takesARefusalForAnAnswer() throws Exception {
    var times = new AtomicInteger();
    slipway.trouble(
        (request, exchange) ->
            request.path().equals("/v1/x")
                && times.incrementAndGet() > 0
                && FakeSlipway.answer(
                    exchange,
                    422,
                    "{\"ok\":false,\"error\":\"invalid_request\",\"message\":\"No.\"}"));

    var answer = api.get("/v1/x");

    assertThat(times).hasValue(1);
    assertThatThrownBy(() -> answer.expect("The x was not taken"))
        .isInstanceOfSatisfying(ApiFault.class, fault -> assertThat(fault.isRefused()).isTrue())
        .hasMessage("The x was not taken: HTTP 422 invalid_request: No.");
  }

  @Test
  void fetchesAnotherTokenWhenItsOwnIsRefused() throws Exception {
    api.get("/v1/first");
    var times = new AtomicInteger();
    slipway.trouble(
        (request, exchange) ->
            request.path().equals("/v1/x")
                && times.incrementAndGet() == 1
                && FakeSlipway.answer(exchange, 401, "{\"ok\":false,\"error\":\"unauthorized\"}"));

    assertThat(api.get("/v1/x").status()).isEqualTo(200);
    assertThat(slipway.requests())
        .filteredOn(request -> request.path().equals("/v1/auth/access_token"))
        .hasSize(2);
  }

  @Test
  void asksOnceForWhatMustNotHappenTwice() throws Exception {
    var times = new AtomicInteger();
    slipway.trouble(
        (request, exchange) ->
            request.path().equals("/v1/x")
                && times.incrementAndGet() > 0
                && FakeSlipway.answer(exchange, 503, "{\"ok\":false,\"error\":\"unavailable\"}"));

    assertThat(api.once().post("/v1/x", Map.of()).status()).isEqualTo(503);
    assertThat(times).hasValue(1);
  }

  @Test
  void saysWhenNobodyAnswers() {
    var nobody = new SlipwayApi(URI.create("http://127.0.0.1:1"), LOGIN, Duration.ZERO);

    assertThatThrownBy(() -> nobody.get("/v1/x"))
        .isInstanceOfSatisfying(ApiFault.class, fault -> assertThat(fault.isRefused()).isFalse())
        .hasMessageContaining("was not answered");
  }

  @Test
  void staysInItsTrace() throws Exception {
    api.inTrace("00-click-01").get("/v1/x");

    assertThat(slipway.requests().getLast().header("Traceparent")).isEqualTo("00-click-01");
    assertThat(slipway.requests().getLast().header("Authorization")).isEqualTo("Bearer token");
  }
}
