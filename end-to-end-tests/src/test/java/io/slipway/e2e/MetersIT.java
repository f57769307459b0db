package io.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.e2e.house.Http;
import io.slipway.e2e.house.Meters;
import io.slipway.e2e.house.Runs;
import io.slipway.e2e.house.SuiteUnderTest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What operators see of a scripted story, by name, exactly. */
class MetersIT {
  private final SuiteUnderTest suite = SuiteUnderTest.start();
  private final Meters meters = new Meters(suite);

  @Test
  void countEveryStageOfAStory() {
    var org = suite.newOrganization();
    var machine = org.machine();
    var approver = org.invite("Member");
    var developer = org.invite("Member");
    var plain = org.action("");
    var guarded = org.action(",\"requiredApproval\":true");
    org.approvers(guarded, approver);
    awaitQuiet();
    var before = snapshot();

    var first = invoke(machine, org, plain);
    var second = invoke(machine, org, plain);
    var approved = invoke(developer.http(), org, guarded);
    var declined = invoke(developer.http(), org, guarded);
    machine.post("/v1/actions/" + plain + "/runs", "{\"properties\":{}}").expect(422);
    Runs.vote(approver.http(), approved, "APPROVE").expect(201);
    Runs.vote(approver.http(), declined, "DECLINE").expect(201);
    for (var run : List.of(first, second, approved)) {
      org.agent().awaitInvocations(run);
    }
    machine.patch("/v1/actions/runs/" + first, "{\"status\":\"SUCCESS\"}").expect(200);
    org.agent().report(second, "{\"runId\":\"%s\",\"status\":\"FAILURE\"}".formatted(second));
    machine.patch("/v1/actions/runs/" + approved, "{\"status\":\"SUCCESS\"}").expect(200);
    Runs.awaitStatus(machine, second, "FAILURE");

    Map<String, Double> expected = new LinkedHashMap<>();
    expected.put("invocations accepted", 4.0);
    expected.put("runs begun", 4.0);
    expected.put("runs waiting", 2.0);
    expected.put("runs succeeded", 2.0);
    expected.put("runs failed", 1.0);
    expected.put("runs declined", 1.0);
    expected.put("dispatches", 3.0);
    expected.put("run durations", 4.0);
    expected.put("votes", 2.0);
    // Two asked of the approver; the developer hears of two decisions and of one end.
    expected.put("mails", 5.0);
    expected.put("dead letters", 0.0);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(differences(before)).isEqualTo(expected));
  }

  @Test
  void sayHowFarBehindThingsAre() {
    for (var service :
        List.of("action-api", "run-orchestrator", "approval-service", "catalog-service")) {
      assertThat(meters.scrape(service))
          .contains("slipway_outbox_pending", "slipway_outbox_age", "slipway_outbox_parked");
    }
    assertThat(meters.scrape("run-orchestrator"))
        .contains(
            "kafka_consumer_fetch_manager_records_lag",
            "slipway_run_until_dispatched_seconds_bucket",
            "slipway_run_duration_seconds_bucket");
  }

  private static String invoke(Http as, io.slipway.e2e.house.Tenant org, String action) {
    return org.invoke(as, action).get("id").stringValue();
  }

  private void awaitQuiet() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                meters.sum("notifier", "slipway_delivery_pending") == 0
                    && meters.sum("run-orchestrator", "slipway_outbox_pending") == 0);
  }

  private Map<String, Double> snapshot() {
    Map<String, Double> now = new LinkedHashMap<>();
    now.put(
        "invocations accepted",
        meters.sum("action-api", "slipway_invocations_total", "reply=\"accepted\""));
    now.put("runs begun", transitions("from=\"NONE\""));
    now.put("runs waiting", transitions("to=\"WAITING_FOR_APPROVAL\""));
    now.put("runs succeeded", transitions("to=\"SUCCESS\""));
    now.put("runs failed", transitions("to=\"FAILURE\""));
    now.put("runs declined", transitions("to=\"DECLINED\""));
    now.put(
        "dispatches",
        meters.sum("run-orchestrator", "slipway_dispatch_attempts_total", "verdict=\"sent\""));
    now.put("run durations", meters.sum("run-orchestrator", "slipway_run_duration_seconds_count"));
    now.put("votes", meters.sum("approval-service", "slipway_votes_total"));
    now.put(
        "mails", meters.sum("notifier", "slipway_notifications_total", "verdict=\"delivered\""));
    now.put("dead letters", meters.sum("run-orchestrator", "slipway_dead_letters_total"));
    return now;
  }

  private double transitions(String label) {
    return meters.sum("run-orchestrator", "slipway_run_transitions_total", label);
  }

  private Map<String, Double> differences(Map<String, Double> before) {
    Map<String, Double> differences = new LinkedHashMap<>();
    snapshot().forEach((name, value) -> differences.put(name, value - before.get(name)));
    return differences;
  }
}
