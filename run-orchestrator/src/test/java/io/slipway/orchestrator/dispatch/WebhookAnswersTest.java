package io.slipway.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import io.slipway.orchestrator.dispatch.Delivery.Away;
import io.slipway.orchestrator.dispatch.Delivery.Delivered;
import io.slipway.orchestrator.dispatch.Delivery.Settled;
import io.slipway.orchestrator.run.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAnswersTest {
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 502, 503, 504})
  void triesAgainWhatMayPass(int status) {
    var wait = Duration.ofSeconds(7);

    assertThat(WebhookAnswers.answered(request(true), status, "x", wait))
        .isEqualTo(
            new Away(
                "Failed to invoke the webhook with status code: " + status + ".", wait, PATIENCE));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 400, 401, 403, 404, 409, 410, 422, 500, 501, 505})
  void takesEveryOtherAnswerAsFinal(int status) {
    for (var synchronous : List.of(true, false)) {
      assertThat(WebhookAnswers.answered(request(synchronous), status, "{\"why\":1}", null))
          .isInstanceOfSatisfying(
              Settled.class,
              settled -> {
                assertThat(settled.outcome()).isEqualTo(Outcome.FAILURE);
                assertThat(settled.changes().summary())
                    .isEqualTo("Failed to invoke the webhook with status code: " + status + ".");
                assertThat(settled.changes().response()).isEqualTo(Json.parse("{\"why\":1}"));
              });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204})
  void endsTheRunWithASynchronousAnswerOnly(int status) {
    assertThat(WebhookAnswers.answered(request(false), status, "{}", null))
        .isEqualTo(new Delivered("The webhook answered " + status));
    assertThat(WebhookAnswers.answered(request(true), status, "{}", null))
        .isInstanceOfSatisfying(
            Settled.class, settled -> assertThat(settled.outcome()).isEqualTo(Outcome.SUCCESS));
  }

  @Test
  void keepsTextThatIsNoJsonAndNothingOfNothing() {
    assertThat(response("plain")).isEqualTo(Json.parse("\"plain\""));
    assertThat(response("")).isNull();
    assertThat(response("[1]")).isEqualTo(Json.parse("[1]"));
  }

  @Test
  void keepsNoSecretThatComesBack() {
    assertThat(response("{\"echo\":\"Bearer s3cr3t\"}"))
        .isEqualTo(Json.parse("{\"echo\":\"Bearer ****\"}"));
  }

  private static Object response(String body) {
    var settled = (Settled) WebhookAnswers.answered(request(true), 200, body, null);
    return settled.changes().response();
  }

  private static WebhookRequest request(boolean synchronous) {
    return new WebhookRequest(
        "POST", "https://x", Map.of(), "{}", synchronous, PATIENCE, List.of("s3cr3t"));
  }
}
