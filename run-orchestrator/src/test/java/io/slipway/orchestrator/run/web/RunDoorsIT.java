package io.slipway.orchestrator.run.web;

import static io.slipway.orchestrator.fixture.Orchestrator.machine;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.events.ApprovalOutcome;
import io.slipway.events.RunStatus;
import io.slipway.orchestrator.fixture.EdgeEvents;
import io.slipway.orchestrator.fixture.Orchestrator;
import io.slipway.orchestrator.run.ApprovalRule;
import io.slipway.orchestrator.run.BeginRun;
import io.slipway.orchestrator.run.Invocation;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What other services ask about runs and hand over. */
@ExtendWith(Orchestrator.Stopping.class)
class RunDoorsIT {
  private static final Orchestrator SERVICE = Orchestrator.shared();

  private final String organization = SERVICE.house().organization();

  @Test
  void tellsWhetherARunGoesOnAndFetchesItFirst() {
    var asked = aRun().in(organization).invocation();
    SERVICE.edge().knows(asked);

    var run = body(ask("catalog-service", "/internal/runs/" + asked.runId())).get("run");

    assertThat(Json.text(run))
        .isEqualTo(
            "{\"id\":\"%s\",\"status\":\"IN_PROGRESS\",\"terminal\":false,\"createdBy\":\"user_ada\"}"
                .formatted(asked.runId()));
    ask("catalog-service", "/internal/runs/r_0000000000000000").expectStatus().isNotFound();
  }

  @Test
  void beginsWhatIsHandedOverOnceAndGoesOnBehindWhatItCannotRead() {
    var first = aRun().in(organization).invocation();
    var second = aRun().in(organization).invocation();
    var foreign = aRun().in("org_other").invocation();
    var body = Json.object();
    var events = body.putArray("events");
    events.add(event(first));
    events.add(Json.object().put("payload", "bm8gZXZlbnQ="));
    events.add(event(foreign));
    events.add(event(second));

    var begun = body(post("action-api", "/internal/runs/begin", body)).get("begun");
    var again = body(post("action-api", "/internal/runs/begin", body)).get("begun");
    SERVICE.invoke(first);

    var ids = Json.strings(java.util.List.of(first.runId().value(), second.runId().value()));
    assertThat(begun).isEqualTo(ids);
    assertThat(again).isEqualTo(ids);
    SERVICE.probe().awaitHeard(organization + ".runs", second.runId().value(), 1);
    assertThat(SERVICE.probe().awaitHeard(organization + ".runs", first.runId().value(), 1))
        .hasSize(1);
    assertThat(SERVICE.count("select count(*) from run where id = $1", foreign.runId().value()))
        .isZero();
  }

  @Test
  void repeatsTheVeryEventByWhichARunBeganToWait() {
    var asked = aRun().in(organization).needing(ApprovalRule.ALL).invocation();
    SERVICE.edge().knows(asked);

    var event =
        body(ask("approval-service", "/internal/runs/" + asked.runId() + "/said")).get("event");

    var topic = SERVICE.house().topics().runStatusChanged();
    var said = SERVICE.probe().awaitHeard(topic.name(), asked.runId().value(), 1).getFirst();
    assertThat(event.get("eventId").stringValue()).isEqualTo(said.headers().get("ce_id"));
    assertThat(event.get("key").stringValue()).isEqualTo(said.key());
    assertThat(Base64.getDecoder().decode(event.get("payload").stringValue()))
        .isEqualTo(said.value());
  }

  @Test
  void hasNoQuestionAboutARunThatNeverWaited() {
    var asked = aRun().in(organization).invocation();
    begin(asked);

    ask("approval-service", "/internal/runs/" + asked.runId() + "/said")
        .expectStatus()
        .isNotFound();
  }

  @Test
  void takesADecisionOnceAndAnswersItsRepetitionAsTheFirst() {
    var asked = aRun().in(organization).needing(ApprovalRule.ANY).invocation();
    begin(asked);
    var decision = decision(asked, ApprovalOutcome.APPROVED);

    var first = body(decide(asked, decision));
    var again = body(decide(asked, decision));
    SERVICE
        .probe()
        .say(
            SERVICE.house().topics().approvalDecided(),
            asked.runId().value(),
            EdgeEvents.decided(asked, ApprovalOutcome.APPROVED),
            decision.get("eventId").stringValue());

    assertThat(first.get("accepted").booleanValue()).isTrue();
    assertThat(first.at("/run/status").stringValue()).isEqualTo("IN_PROGRESS");
    assertThat(again).isEqualTo(first);
    SERVICE.probe().awaitHeard(organization + ".runs", asked.runId().value(), 1);
    var said =
        SERVICE
            .probe()
            .awaitEvents(SERVICE.house().topics().runStatusChanged(), asked.runId().value(), 2);
    assertThat(said)
        .extracting(event -> event.getTo())
        .containsExactly(RunStatus.WAITING_FOR_APPROVAL, RunStatus.IN_PROGRESS);
  }

  @Test
  void acceptsNoDecisionAboutARunThatHasEnded() {
    var asked = aRun().in(organization).needing(ApprovalRule.ANY).invocation();
    begin(asked);
    SERVICE
        .as(machine(organization))
        .patch()
        .uri("/v1/actions/runs/{id}", asked.runId().value())
        .bodyValue("{\"status\":\"FAILURE\"}")
        .exchange()
        .expectStatus()
        .isOk();

    var answer = body(decide(asked, decision(asked, ApprovalOutcome.APPROVED)));

    assertThat(answer.get("accepted").booleanValue()).isFalse();
    assertThat(answer.at("/run/status").stringValue()).isEqualTo("FAILURE");
    assertThat(SERVICE.probe().heard(organization + ".runs", asked.runId().value())).isEmpty();
  }

  @Test
  void acceptsAVoteThatSettlesNothingAndLeavesTheRunAsItIs() {
    var asked = aRun().in(organization).needing(ApprovalRule.ALL).invocation();
    begin(asked);

    var answer = body(decide(asked, decision(asked, ApprovalOutcome.OPEN)));

    assertThat(answer.get("accepted").booleanValue()).isTrue();
    assertThat(answer.at("/run/status").stringValue()).isEqualTo("WAITING_FOR_APPROVAL");
    assertThat(SERVICE.count("select version from run where id = $1", asked.runId().value()))
        .isEqualTo(1);
  }

  @Test
  void declinesAndExpires() {
    var declined = aRun().in(organization).needing(ApprovalRule.ANY).invocation();
    var expired = aRun().in(organization).needing(ApprovalRule.ANY).invocation();
    begin(declined);
    begin(expired);

    var no = body(decide(declined, decision(declined, ApprovalOutcome.DECLINED)));
    var late = body(decide(expired, decision(expired, ApprovalOutcome.EXPIRED)));

    assertThat(no.at("/run/status").stringValue()).isEqualTo("DECLINED");
    assertThat(no.at("/run/approval/state").stringValue()).isEqualTo("DECLINED");
    assertThat(late.at("/run/status").stringValue()).isEqualTo("FAILURE");
    assertThat(late.at("/run/statusLabel").stringValue()).isEqualTo("Approval expired");
  }

  @Test
  void letsNoOrganizationDecideForAnother() {
    var asked = aRun().in(organization).needing(ApprovalRule.ANY).invocation();
    begin(asked);

    SERVICE
        .asService("org_other", "approval-service")
        .post()
        .uri("/internal/runs/{id}/decision", asked.runId().value())
        .bodyValue(Json.text(decision(asked, ApprovalOutcome.APPROVED)))
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  private static void begin(Invocation asked) {
    assertThat(SERVICE.bean(BeginRun.class).begin(asked).block()).isTrue();
  }

  private static ObjectNode event(Invocation asked) {
    var bytes =
        SERVICE
            .house()
            .wire()
            .encode(SERVICE.house().topics().actionInvoked(), EdgeEvents.invoked(asked));
    var event = Json.object();
    event.put("eventId", Ids.event());
    event.put("key", asked.runId().value());
    event.put("payload", Base64.getEncoder().encodeToString(bytes));
    return event;
  }

  private static ObjectNode decision(Invocation asked, ApprovalOutcome outcome) {
    var bytes =
        SERVICE
            .house()
            .wire()
            .encode(SERVICE.house().topics().approvalDecided(), EdgeEvents.decided(asked, outcome));
    var decision = Json.object();
    decision.put("eventId", Ids.event());
    decision.put("payload", Base64.getEncoder().encodeToString(bytes));
    return decision;
  }

  private ResponseSpec decide(Invocation asked, ObjectNode decision) {
    return post("approval-service", "/internal/runs/" + asked.runId() + "/decision", decision);
  }

  private ResponseSpec post(String service, String path, ObjectNode body) {
    return SERVICE
        .asService(organization, service)
        .post()
        .uri(path)
        .bodyValue(Json.text(body))
        .exchange();
  }

  private ResponseSpec ask(String service, String path) {
    return SERVICE.asService(organization, service).get().uri(path).exchange();
  }

  private static JsonNode body(ResponseSpec answer) {
    return answer.expectBody(JsonNode.class).returnResult().getResponseBody();
  }
}
