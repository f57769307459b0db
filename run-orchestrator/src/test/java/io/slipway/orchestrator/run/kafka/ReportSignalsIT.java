package io.slipway.orchestrator.run.kafka;

import static io.slipway.orchestrator.fixture.Orchestrator.machine;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.slipway.chassis.listening.Message;
import io.slipway.orchestrator.fixture.Orchestrator;
import io.slipway.orchestrator.run.BeginRun;
import io.slipway.orchestrator.run.RunId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What agents report on their topic. */
@ExtendWith(Orchestrator.Stopping.class)
class ReportSignalsIT {
  private static final Orchestrator SERVICE = Orchestrator.shared();

  private final String organization = SERVICE.house().organization();
  private final ReportSignals signals = SERVICE.bean(ReportSignals.class);
  private long offset;

  @Test
  void endsARunThatItsAgentReportsOnByKafkaAlone() {
    var id = begun();

    SERVICE
        .probe()
        .sayBytes(
            organization + ".reports",
            id.value(),
            bytes(
                """
                {"runId":"%s","status":"SUCCESS","message":"one","logs":[{"message":"two"}],
                 "link":["https://ci.example.com/9"],"response":{"cost":5.0}}
                """
                    .formatted(id)),
            Map.of());

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(SERVICE.run(organization, id).get("status").stringValue())
                    .isEqualTo("SUCCESS"));
    assertThat(log(id)).containsExactly("one", "two");
    assertThat(SERVICE.run(organization, id).at("/response/cost").decimalValue())
        .isEqualByComparingTo("5");
  }

  @Test
  void takesARedeliveredReportOnce() {
    var id = begun();
    var message = message(id, "{\"runId\":\"%s\",\"message\":\"once\"}".formatted(id));

    signals.on(message).block();
    signals.on(message).block();

    assertThat(log(id)).containsExactly("once");
  }

  @Test
  void refusesALateReportInTheLogOfItsRun() {
    var id = begun();
    signals.on(message(id, "{\"status\":\"SUCCESS\"}")).block();

    signals.on(message(id, "{\"status\":\"FAILURE\",\"message\":\"I failed\"}")).block();

    assertThat(SERVICE.run(organization, id).get("status").stringValue()).isEqualTo("SUCCESS");
    assertThat(log(id))
        .containsExactly(
            "I failed",
            "A report was refused: It has ended with SUCCESS and does not change any more");
  }

  @Test
  void refusesAReportThatDoesNotFitInTheLogOfItsRun() {
    var id = begun();

    signals.on(message(id, "{\"status\":\"DONE\"}")).block();

    assertThat(log(id)).containsExactly("A report was refused: /status must be SUCCESS or FAILURE");
    assertThat(SERVICE.run(organization, id).get("status").stringValue()).isEqualTo("IN_PROGRESS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[]",
        "7",
        "{\"runId\":7}",
        "{\"runId\":\"r_0000000000000000\",\"status\":\"SUCCESS\"}",
        "{\"a\":1,\"a\":2}"
      })
  void dropsWhatIsAboutNothing(String nonsense) {
    var message = new Message(topic(), 0, offset++, "", "x", Map.of(), bytes(nonsense));

    signals.on(message).block(); // a stranger's mistake stops nobody
  }

  @Test
  void dropsARecordWithoutAValue() {
    signals.on(new Message(topic(), 0, offset++, "", "x", Map.of(), null)).block();
  }

  @Test
  void letsNoOrganizationReportOnAnothersRun() {
    var id = begun();
    var foreign = SERVICE.house().organization() + ".reports";
    var payload = bytes("{\"runId\":\"%s\",\"status\":\"FAILURE\"}".formatted(id));

    signals.on(new Message(foreign, 0, 0, id.value(), "x", Map.of(), payload)).block();

    assertThat(SERVICE.run(organization, id).get("status").stringValue()).isEqualTo("IN_PROGRESS");
    assertThat(log(id)).isEmpty();
  }

  @Test
  void countsWhatBecomesOfReports() {
    var id = begun();
    var refused = counted("refused");
    var accepted = counted("accepted");
    var repeated = counted("repeated");
    var end = message(id, "{\"status\":\"SUCCESS\"}");

    signals.on(end).block();
    signals.on(end).block();
    signals.on(message(id, "{\"status\":\"FAILURE\"}")).block();
    signals.on(message(id, "{\"colour\":\"red\"}")).block();
    signals.on(message(id, "{\"message\":\"bye\"}")).block();

    assertThat(counted("accepted") - accepted).isEqualTo(2);
    assertThat(counted("repeated") - repeated).isEqualTo(1);
    assertThat(counted("refused") - refused).isEqualTo(2);
  }

  private static double counted(String verdict) {
    return SERVICE
        .bean(MeterRegistry.class)
        .counter("slipway.reports", "via", "topic", "verdict", verdict)
        .count();
  }

  @Test
  void hearsOnlyTopicsOfReports() {
    assertThat(signals.pattern().matcher("org_x.reports").matches()).isTrue();
    assertThat(signals.pattern().matcher("org_x.runs").matches()).isFalse();
    assertThat(signals.pattern().matcher("slipway.run.reports").matches()).isFalse();
  }

  private RunId begun() {
    var asked = aRun().in(organization).invocation();
    assertThat(SERVICE.bean(BeginRun.class).begin(asked).block()).isTrue();
    return asked.runId();
  }

  private Message message(RunId id, String body) {
    return new Message(
        topic(), 0, offset++, id.value(), "a stranger's own id", Map.of(), bytes(body));
  }

  private String topic() {
    return organization + ".reports";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> log(RunId id) {
    var answer =
        SERVICE
            .as(machine(organization))
            .get()
            .uri("/v1/actions/runs/{id}/logs", id.value())
            .exchange()
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody();
    return answer
        .get("runLogs")
        .valueStream()
        .map(line -> line.get("message").stringValue())
        .toList();
  }
}
