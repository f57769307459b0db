package io.slipway.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report may look like, whichever way it comes. */
class ReportValidatorTest {

  @Test
  void takesAllThatAPatchMayHold() {
    var report =
        ReportValidator.patch(
            Json.parse(
                """
                {"status":"FAILURE","statusLabel":"broke","link":["a","b"],"summary":"why",
                 "externalRunId":"ci-7","message":{"run_status":"FAILURE"}}
                """));

    assertThat(report.outcome()).isEqualTo(Outcome.FAILURE);
    assertThat(report.changes())
        .isEqualTo(new Changes("broke", List.of("a", "b"), "why", "ci-7", null));
    assertThat(report.messages()).containsExactly("{\"run_status\":\"FAILURE\"}");
  }

  @Test
  void takesALinkAloneAndANumberedRun() {
    var report = ReportValidator.patch(Json.parse("{\"link\":\"a\",\"externalRunId\":12.50}"));

    assertThat(report.changes().links()).containsExactly("a");
    assertThat(report.changes().externalRunId()).isEqualTo("12.50");
  }

  @Test
  void takesNothingForNothing() {
    var report = ReportValidator.patch(Json.parse("{}"));

    assertThat(report.changes().any()).isFalse();
    assertThat(report.outcome()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":\"IN_PROGRESS\"}",
        "{\"status\":\"DECLINED\"}",
        "{\"status\":null}",
        "{\"status\":1}",
        "{\"statusLabel\":null}",
        "{\"statusLabel\":7}",
        "{\"summary\":{}}",
        "{\"summary\":[\"a\"]}",
        "{\"link\":7}",
        "{\"link\":[\"a\",7]}",
        "{\"link\":{}}",
        "{\"externalRunId\":true}",
        "{\"externalRunId\":{}}",
        "{\"message\":\"plain\"}",
        "{\"colour\":\"red\"}",
        "[]",
        "\"SUCCESS\""
      })
  void refusesAPatchThatDoesNotFit(String body) {
    assertThatThrownBy(() -> ReportValidator.patch(Json.parse(body)))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.status()).isEqualTo(422));
  }

  @Test
  void namesEveryFaultAtOnce() {
    assertThatThrownBy(
            () -> ReportValidator.patch(Json.parse("{\"status\":\"DONE\",\"link\":7,\"x\":1}")))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.details().at("/errors").size()).isEqualTo(3));
  }

  @Test
  void takesALogLineThatEndsTheRun() {
    var report =
        ReportValidator.log(
            Json.parse(
                "{\"message\":\"bye\",\"terminationStatus\":\"SUCCESS\",\"statusLabel\":\"ok\"}"));

    assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(report.messages()).containsExactly("bye");
    assertThat(report.changes().statusLabel()).isEqualTo("ok");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"message\":7}",
        "{\"message\":null}",
        "{\"message\":\"a\",\"terminationStatus\":\"DECLINED\"}",
        "{\"message\":\"a\",\"level\":\"INFO\"}"
      })
  void refusesALogLineThatDoesNotFit(String body) {
    assertThatThrownBy(() -> ReportValidator.log(Json.parse(body))).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"text\"", "[1]", "{\"a\":5.0}"})
  void takesAnyResponse(String response) {
    var report = ReportValidator.response(Json.parse("{\"response\":" + response + "}"));

    assertThat(Json.text(report.changes().response())).isEqualTo(response);
  }

  @Test
  void refusesNumbersThatCannotBeKept() {
    var tooLarge = Json.parse("{\"response\":[1e999999]}");

    assertThatThrownBy(() -> ReportValidator.response(tooLarge)).hasMessageContaining("too large");
    assertThatThrownBy(() -> ReportValidator.record(tooLarge)).hasMessageContaining("too large");
    assertThatThrownBy(() -> ReportValidator.patch(Json.parse("{\"externalRunId\":1e999999}")))
        .hasMessageContaining("too large");
  }

  @Test
  void takesARecordWithManyLines() {
    var report =
        ReportValidator.record(
            Json.parse(
                """
                {"runId":"r_0123456789abcdef","message":"one","logs":[{"message":"two"},
                 {"message":"three"}],"status":"SUCCESS","response":{"ok":1}}
                """));

    assertThat(report.messages()).containsExactly("one", "two", "three");
    assertThat(report.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(Json.text(report.changes().response())).isEqualTo("{\"ok\":1}");
  }

  @Test
  void refusesARecordWithLinesThatAreNone() {
    assertThatThrownBy(
            () -> ReportValidator.record(Json.parse("{\"logs\":[{\"message\":\"a\"},{}]}")))
        .hasMessageContaining("/logs/1/message");
  }
}
