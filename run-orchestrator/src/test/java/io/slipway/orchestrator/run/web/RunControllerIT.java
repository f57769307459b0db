package io.slipway.orchestrator.run.web;

import static io.slipway.orchestrator.fixture.Orchestrator.machine;
import static io.slipway.orchestrator.fixture.Orchestrator.member;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.orchestrator.fixture.Orchestrator;
import io.slipway.orchestrator.run.ApprovalRule;
import io.slipway.orchestrator.run.BeginRun;
import io.slipway.orchestrator.run.Invocation;
import io.slipway.orchestrator.run.RunFixture;
import io.slipway.orchestrator.run.RunId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Runs over HTTP: who may read them, who may report on them, and with what. */
@ExtendWith(Orchestrator.Stopping.class)
class RunControllerIT {
  private static final Orchestrator SERVICE = Orchestrator.shared();

  private final String organization = SERVICE.house().organization();
  private final Caller machine = machine(organization);
  private final Caller ada = member(organization, "user_ada");
  private final Caller eve = member(organization, "user_eve");

  @Test
  void changesOnlyWhatAPatchNames() {
    var id = begun(aRun());

    patch(machine, id, "{\"link\":\"a\",\"summary\":\"first\"}").expectStatus().isOk();
    var answer = patch(machine, id, "{\"link\":[\"b\"],\"externalRunId\":7}");

    var run = body(answer).get("run");
    assertThat(Json.text(run.get("link"))).isEqualTo("[\"b\"]");
    assertThat(run.get("summary").stringValue()).isEqualTo("first");
    assertThat(run.get("externalRunId").stringValue()).isEqualTo("7");
    assertThat(run.get("status").stringValue()).isEqualTo("IN_PROGRESS");
    assertThat(run.get("updatedBy").stringValue()).isEqualTo("client_1");
  }

  @Test
  void ignoresUnknownQueryParametersOfAPatch() {
    var id = begun(aRun());

    SERVICE
        .as(machine)
        .patch()
        .uri("/v1/actions/runs/{id}?runId={id}", id, id)
        .bodyValue("{\"statusLabel\":\"half way\"}")
        .exchange()
        .expectStatus()
        .isOk();
  }

  @ParameterizedTest
  @ValueSource(strings = {"IN_PROGRESS", "DECLINED", "WAITING_FOR_APPROVAL"})
  void refusesAStatusThatNobodyReports(String status) {
    var id = begun(aRun());

    patch(machine, id, "{\"status\":\"" + status + "\"}").expectStatus().isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":\"FAILURE\"}",
        "{\"statusLabel\":\"late\"}",
        "{\"link\":\"late\"}",
        "{\"summary\":\"late\"}"
      })
  void changesNothingOfAFinishedRun(String late) {
    var id = begun(aRun());
    patch(machine, id, "{\"status\":\"SUCCESS\",\"summary\":\"done\"}").expectStatus().isOk();
    var before = SERVICE.run(organization, id);

    var answer = patch(machine, id, late);

    answer.expectStatus().isEqualTo(422);
    assertThat(body(answer).get("ok").booleanValue()).isFalse();
    assertThat(SERVICE.run(organization, id)).isEqualTo(before);
  }

  @Test
  void takesAPatchOfNothingInAnyState() {
    var id = begun(aRun());
    patch(machine, id, "{\"status\":\"SUCCESS\"}").expectStatus().isOk();

    patch(machine, id, "{}").expectStatus().isOk();
  }

  @Test
  void keepsTheResponseOfABackend() {
    var id = begun(aRun());

    var answer =
        SERVICE
            .as(machine)
            .patch()
            .uri("/v1/actions/runs/{id}/response", id.value())
            .bodyValue("{\"response\":{\"cost\":5.0}}")
            .exchange();

    assertThat(Json.text(body(answer))).isEqualTo("{\"ok\":true}");
    assertThat(Json.text(SERVICE.run(organization, id).get("response")))
        .isEqualTo("{\"cost\":5.0}");
  }

  @Test
  void letsWhoeverAskedWithdrawARunThatWaits() {
    var id = begun(aRun().needing(ApprovalRule.ANY));

    patch(ada, id, "{\"status\":\"SUCCESS\"}").expectStatus().isEqualTo(422);
    var run = body(patch(ada, id, "{\"status\":\"FAILURE\"}")).get("run");

    assertThat(run.get("status").stringValue()).isEqualTo("FAILURE");
    assertThat(run.get("statusLabel").stringValue()).isEqualTo("Withdrawn");
    assertThat(run.get("updatedBy").stringValue()).isEqualTo("user_ada");
  }

  @Test
  void letsOnlyItsOwnPeopleReport() {
    var id = begun(aRun());

    patch(eve, id, "{\"statusLabel\":\"mine\"}").expectStatus().isForbidden();
    patch(ada, id, "{\"statusLabel\":\"mine\"}").expectStatus().isOk();
  }

  @Test
  void knowsNoRunsOfOtherOrganizations() {
    var id = begun(aRun());
    var stranger = machine(SERVICE.house().organization());

    get(stranger, id).expectStatus().isNotFound();
    patch(stranger, id, "{\"status\":\"FAILURE\"}").expectStatus().isNotFound();
    assertThat(listed(stranger, "")).isEmpty();
    assertThat(SERVICE.run(organization, id).get("status").stringValue()).isEqualTo("IN_PROGRESS");
  }

  @Test
  void hidesRunsThatAnActionHides() {
    var hidden = begun(aRun().hidden());
    var open = begun(aRun());

    get(eve, hidden).expectStatus().isNotFound();
    patch(eve, hidden, "{\"statusLabel\":\"x\"}").expectStatus().isNotFound();
    get(ada, hidden).expectStatus().isOk();
    get(machine, hidden).expectStatus().isOk();
    assertThat(listed(eve, "")).containsExactly(open.value());
    assertThat(listed(ada, "")).containsExactlyInAnyOrder(open.value(), hidden.value());
  }

  @Test
  void listsByEveryFilter() {
    var first = begun(aRun());
    var second = begun(aRun().by(RunFixture.MACHINE).onNoEntity());
    patch(machine, first, "{\"externalRunId\":\"ci-1\",\"status\":\"SUCCESS\"}")
        .expectStatus()
        .isOk();

    assertThat(listed(machine, "external_run_id=ci-1")).containsExactly(first.value());
    assertThat(listed(machine, "active=true")).containsExactly(second.value());
    assertThat(listed(machine, "entity=cart")).containsExactly(first.value());
    assertThat(listed(machine, "user_email=ada@example.com")).containsExactly(first.value());
    assertThat(listed(machine, "user_id=client_1")).containsExactly(second.value());
    assertThat(listed(machine, "action=scale_service&blueprint=service")).hasSize(2);
    assertThat(listed(machine, "action=other")).isEmpty();
    assertThat(listed(machine, "source=API")).isEmpty();
    assertThat(listed(machine, "source=UI&source=API")).hasSize(2);
    assertThat(listed(machine, "limit=1")).hasSize(1);
    list(machine, "limit=0").expectStatus().isEqualTo(422);
    list(machine, "limit=1001").expectStatus().isEqualTo(422);
  }

  @Test
  void leavesOutWhatIsExcludedAndShowsTheOlderShape() {
    var id = begun(aRun());

    var run = body(list(machine, "exclude=properties,payload&exclude=link")).at("/runs/0");
    var older =
        body(SERVICE.as(machine).get().uri("/v1/actions/runs/{id}?version=v1", id).exchange());

    assertThat(run.propertyNames()).contains("id").doesNotContain("properties", "payload", "link");
    assertThat(older.at("/run/action").stringValue()).isEqualTo("scale_service");
  }

  @Test
  void endsARunWhoseBackendThisVersionLacks() {
    var id = begun(aRun().doneBy("{\"type\":\"GITHUB\",\"org\":\"o\"}"));

    var run = SERVICE.run(organization, id);

    assertThat(run.get("status").stringValue()).isEqualTo("FAILURE");
    assertThat(run.get("summary").stringValue())
        .isEqualTo("Backend GITHUB is not available in this version of Slipway");
    assertThat(SERVICE.probe().heard(organization + ".runs", id.value())).isEmpty();
  }

  @Test
  void fetchesARunThatItHasNotHeardOf() {
    var asked = aRun().in(organization).invocation();
    SERVICE.edge().knows(asked);

    get(machine, asked.runId()).expectStatus().isOk();
    get(machine, asked.runId()).expectStatus().isOk();

    assertThat(SERVICE.edge().timesAsked(asked.runId())).isEqualTo(1);
  }

  @Test
  void fetchesBeforeItRefusesAReport() {
    var asked = aRun().in(organization).invocation();
    SERVICE.edge().knows(asked);

    patch(machine, asked.runId(), "{\"status\":\"SUCCESS\"}").expectStatus().isOk();
  }

  @Test
  void says404ForWhatNobodyKnowsAndAsksNobodyAboutNonsense() {
    var unknown = new RunId("r_0000000000000000");
    var nonsense = new RunId("../secrets");

    get(machine, unknown).expectStatus().isNotFound();
    get(machine, nonsense).expectStatus().isNotFound();

    assertThat(SERVICE.edge().timesAsked(nonsense)).isZero();
  }

  private RunId begun(RunFixture fixture) {
    Invocation asked = fixture.in(organization).invocation();
    assertThat(SERVICE.bean(BeginRun.class).begin(asked).block()).isTrue();
    return asked.runId();
  }

  private ResponseSpec get(Caller caller, RunId id) {
    return SERVICE.as(caller).get().uri("/v1/actions/runs/{id}", id.value()).exchange();
  }

  private ResponseSpec patch(Caller caller, RunId id, String body) {
    return SERVICE
        .as(caller)
        .patch()
        .uri("/v1/actions/runs/{id}", id.value())
        .bodyValue(body)
        .exchange();
  }

  private ResponseSpec list(Caller caller, String query) {
    return SERVICE.as(caller).get().uri("/v1/actions/runs?" + query).exchange();
  }

  private List<String> listed(Caller caller, String query) {
    return body(list(caller, query))
        .get("runs")
        .valueStream()
        .map(run -> run.get("id").stringValue())
        .toList();
  }

  private static JsonNode body(ResponseSpec answer) {
    return answer.expectBody(JsonNode.class).returnResult().getResponseBody();
  }
}
