package io.slipway.orchestrator.run;

import static io.slipway.orchestrator.fixture.Orchestrator.machine;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.events.RunStatus;
import io.slipway.orchestrator.dispatch.AgentsCheck;
import io.slipway.orchestrator.fixture.EdgeEvents;
import io.slipway.orchestrator.fixture.HandKeys;
import io.slipway.orchestrator.fixture.Orchestrator;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whole lives of runs, over a real broker and database. */
@ExtendWith(Orchestrator.Stopping.class)
class RunJourneyIT {
  private static final Orchestrator SERVICE = Orchestrator.shared();

  private final String organization = SERVICE.house().organization();

  @Test
  void aRunIsHandedOverReportedOnAndSaid() {
    var asked = aRun().in(organization).invocation();
    var id = asked.runId();

    SERVICE.invoke(asked);

    var sent = SERVICE.probe().awaitHeard(organization + ".runs", id.value(), 1).getFirst();
    assertThat(Json.parse(sent.value()).at("/context/runId").stringValue()).isEqualTo(id.value());
    assertThat(sent.headers()).containsKeys("ce_id", "ce_type", "ce_source", "ce_time");
    assertThat(AgentsCheck.accepts(sent.text(), HandKeys.KEY)).isTrue();
    SERVICE
        .as(machine(organization))
        .patch()
        .uri("/v1/actions/runs/{id}", id.value())
        .bodyValue("{\"status\":\"SUCCESS\",\"link\":\"https://ci.example.com/1\"}")
        .exchange()
        .expectStatus()
        .isOk();
    var said =
        SERVICE.probe().awaitEvents(SERVICE.house().topics().runStatusChanged(), id.value(), 2);
    assertThat(said).extracting(event -> event.getVersion()).containsExactly(1L, 2L);
    assertThat(said.getFirst().getFrom()).isNull();
    assertThat(said.getFirst().getTo()).isEqualTo(RunStatus.IN_PROGRESS);
    assertThat(said.getLast().getFrom()).isEqualTo(RunStatus.IN_PROGRESS);
    assertThat(said.getLast().getTo()).isEqualTo(RunStatus.SUCCESS);
    var dispatched =
        SERVICE.probe().awaitEvents(SERVICE.house().topics().runDispatched(), id.value(), 1);
    assertThat(dispatched).hasSize(1);
    assertThat(dispatched.getFirst().getTarget()).isEqualTo(organization + ".runs");
    assertThat(dispatched.getFirst().getSha256()).isEqualTo(AgentsCheck.sha256(sent.value()));
    var run = SERVICE.run(organization, id);
    assertThat(run.get("status").stringValue()).isEqualTo("SUCCESS");
    assertThat(run.at("/link/0").stringValue()).isEqualTo("https://ci.example.com/1");
    assertThat(run.get("endedAt").stringValue()).endsWith("Z");
    assertThat(
            SERVICE.count(
                "select count(*) from audit where run_id = $1 and resource_type = 'run'",
                id.value()))
        .isEqualTo(2);
  }

  @Test
  void anApprovedRunIsDispatchedOnceHoweverOftenItIsDecided() {
    var asked = aRun().in(organization).needing(ApprovalRule.ANY).invocation();
    var id = asked.runId();
    var topics = SERVICE.house().topics();
    SERVICE.invoke(asked);
    var waiting = SERVICE.probe().awaitEvents(topics.runStatusChanged(), id.value(), 1).getFirst();
    assertThat(waiting.getTo()).isEqualTo(RunStatus.WAITING_FOR_APPROVAL);
    assertThat(waiting.getApproval().getInputsJson()).contains("\"replicas\":3");
    assertThat(SERVICE.probe().heard(organization + ".runs", id.value())).isEmpty();

    var decision = EdgeEvents.decided(asked, io.slipway.events.ApprovalOutcome.APPROVED);
    var eventId = SERVICE.probe().say(topics.approvalDecided(), id.value(), decision);
    SERVICE.probe().say(topics.approvalDecided(), id.value(), decision, eventId);
    SERVICE.probe().say(topics.approvalDecided(), id.value(), decision);

    SERVICE.probe().awaitHeard(organization + ".runs", id.value(), 1);
    report(id, "{\"status\":\"FAILURE\"}");
    SERVICE.probe().awaitEvents(topics.runStatusChanged(), id.value(), 3);
    assertThat(SERVICE.probe().heard(organization + ".runs", id.value())).hasSize(1);
    var run = SERVICE.run(organization, id);
    assertThat(Json.text(run.get("approval")))
        .isEqualTo(
            "{\"description\":\"looks right\",\"userId\":\"user_bob\",\"state\":\"APPROVED\"}");
    assertThat(SERVICE.count("select count(*) from audit where run_id = $1", id.value()))
        .as("the vote's audit is written by whoever counts votes")
        .isEqualTo(2);
  }

  @Test
  void oneTraceRunsFromTheWishToTheMessage() {
    var asked = aRun().in(organization).invocation();
    var topic = SERVICE.house().topics().actionInvoked();
    var trace = "0af7651916cd43dd8448eb211c80319c";

    SERVICE
        .probe()
        .sayBytes(
            topic.name(),
            asked.runId().value(),
            SERVICE.house().wire().encode(topic, EdgeEvents.invoked(asked)),
            Map.of("ce_id", Ids.event(), "traceparent", "00-" + trace + "-b7ad6b7169203331-01"));

    var sent = SERVICE.probe().awaitHeard(organization + ".runs", asked.runId().value(), 1);
    assertThat(sent.getFirst().headers().get("traceparent")).startsWith("00-" + trace + "-");
  }

  @Test
  void aDecisionByTheDoorIsTracedToo() {
    var asked = aRun().in(organization).needing(ApprovalRule.ANY).invocation();
    var id = asked.runId().value();
    SERVICE.bean(BeginRun.class).begin(asked).block();
    var decision = EdgeEvents.decided(asked, io.slipway.events.ApprovalOutcome.APPROVED);
    var topic = SERVICE.house().topics().approvalDecided();
    var body = Json.object();
    body.put("eventId", Ids.event());
    body.put(
        "payload",
        Base64.getEncoder().encodeToString(SERVICE.house().wire().encode(topic, decision)));
    var trace = "1af7651916cd43dd8448eb211c80319c";

    SERVICE
        .asService(organization, "approval-service")
        .post()
        .uri("/internal/runs/{id}/decision", id)
        .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
        .bodyValue(Json.text(body))
        .exchange()
        .expectStatus()
        .isOk();

    var sent = SERVICE.probe().awaitHeard(organization + ".runs", id, 1);
    assertThat(sent.getFirst().headers().get("traceparent")).startsWith("00-" + trace + "-");
  }

  private void report(RunId id, String body) {
    SERVICE
        .as(machine(organization))
        .patch()
        .uri("/v1/actions/runs/{id}", id.value())
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isOk();
  }
}
