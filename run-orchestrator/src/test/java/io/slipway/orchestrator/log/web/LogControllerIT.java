package io.slipway.orchestrator.log.web;

import static io.slipway.orchestrator.fixture.Orchestrator.machine;
import static io.slipway.orchestrator.fixture.Orchestrator.member;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.caller.Caller;
import io.slipway.orchestrator.fixture.Orchestrator;
import io.slipway.orchestrator.run.ApprovalRule;
import io.slipway.orchestrator.run.BeginRun;
import io.slipway.orchestrator.run.RunFixture;
import io.slipway.orchestrator.run.RunId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The log of a run over HTTP. */
@ExtendWith(Orchestrator.Stopping.class)
class LogControllerIT {
  private static final Orchestrator SERVICE = Orchestrator.shared();

  private final String organization = SERVICE.house().organization();
  private final Caller machine = machine(organization);

  @Test
  void answersALineWithItsFiveKeysAndLeavesTheRunAsItIs() {
    var id = begun(aRun());
    var before = SERVICE.run(organization, id);

    var answer = write(machine, id, "{\"message\":\"half way\"}");

    answer.expectStatus().isCreated();
    var line = body(answer).get("runLog");
    assertThat(line.propertyNames())
        .containsExactly("id", "runId", "message", "createdBy", "createdAt");
    assertThat(line.get("message").stringValue()).isEqualTo("half way");
    assertThat(SERVICE.run(organization, id)).isEqualTo(before);
  }

  @Test
  void endsTheRunOnce() {
    var id = begun(aRun());
    var end = "{\"message\":\"bye\",\"terminationStatus\":\"FAILURE\",\"statusLabel\":\"broke\"}";

    write(machine, id, end).expectStatus().isCreated();
    write(machine, id, end).expectStatus().isEqualTo(422);

    var run = SERVICE.run(organization, id);
    assertThat(run.get("status").stringValue()).isEqualTo("FAILURE");
    assertThat(run.get("statusLabel").stringValue()).isEqualTo("broke");
    assertThat(lines(id, "")).as("nothing of a refused line is kept").containsExactly("bye");
  }

  @Test
  void takesAPlainLineAfterTheEnd() {
    var id = begun(aRun());
    write(machine, id, "{\"message\":\"bye\",\"terminationStatus\":\"SUCCESS\"}")
        .expectStatus()
        .isCreated();

    write(machine, id, "{\"message\":\"Port agent finished\"}").expectStatus().isCreated();

    assertThat(lines(id, "")).containsExactly("bye", "Port agent finished");
  }

  @Test
  void labelsARunThatGoesOn() {
    var id = begun(aRun());

    write(machine, id, "{\"message\":\"a\",\"statusLabel\":\"building\"}")
        .expectStatus()
        .isCreated();

    var run = SERVICE.run(organization, id);
    assertThat(run.get("status").stringValue()).isEqualTo("IN_PROGRESS");
    assertThat(run.get("statusLabel").stringValue()).isEqualTo("building");
  }

  @Test
  void endsNoRunThatWaitsWithSuccess() {
    var id = begun(aRun().needing(ApprovalRule.ANY));

    write(machine, id, "{\"message\":\"waiting\"}").expectStatus().isCreated();
    write(machine, id, "{\"message\":\"a\",\"terminationStatus\":\"SUCCESS\"}")
        .expectStatus()
        .isEqualTo(422);
  }

  @Test
  void pagesOldestFirst() {
    var id = begun(aRun());
    for (int i = 0; i < 60; i++) {
      write(machine, id, "{\"message\":\"%d\"}".formatted(i)).expectStatus().isCreated();
    }

    assertThat(lines(id, "")).hasSize(50).startsWith("0", "1").endsWith("49");
    assertThat(lines(id, "offset=58")).containsExactly("58", "59");
    assertThat(lines(id, "limit=2&offset=3")).containsExactly("3", "4");
    assertThat(lines(id, "offset=60")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=51", "limit=0", "limit=x", "offset=-1"})
  void refusesAPageThatDoesNotFit(String query) {
    var id = begun(aRun());

    read(machine, id, query).expectStatus().isEqualTo(422);
  }

  @Test
  void letsOnlyItsOwnPeopleWriteAndKnowsNoOtherOrganizationsRuns() {
    var id = begun(aRun());
    var stranger = machine(SERVICE.house().organization());

    write(member(organization, "user_eve"), id, "{\"message\":\"a\"}").expectStatus().isForbidden();
    write(member(organization, "user_ada"), id, "{\"message\":\"b\"}").expectStatus().isCreated();
    write(stranger, id, "{\"message\":\"c\"}").expectStatus().isNotFound();
    read(stranger, id, "").expectStatus().isNotFound();
    assertThat(lines(id, "")).containsExactly("b");
  }

  @Test
  void fetchesARunBeforeItRefusesItsFirstLine() {
    var asked = aRun().in(organization).invocation();
    SERVICE.edge().knows(asked);

    write(machine, asked.runId(), "{\"message\":\"early\"}").expectStatus().isCreated();
    assertThat(lines(asked.runId(), "")).containsExactly("early");
  }

  private RunId begun(RunFixture fixture) {
    var asked = fixture.in(organization).invocation();
    assertThat(SERVICE.bean(BeginRun.class).begin(asked).block()).isTrue();
    return asked.runId();
  }

  private static ResponseSpec write(Caller caller, RunId id, String body) {
    return SERVICE
        .as(caller)
        .post()
        .uri("/v1/actions/runs/{id}/logs", id.value())
        .bodyValue(body)
        .exchange();
  }

  private static ResponseSpec read(Caller caller, RunId id, String query) {
    return SERVICE.as(caller).get().uri("/v1/actions/runs/" + id + "/logs?" + query).exchange();
  }

  private List<String> lines(RunId id, String query) {
    return body(read(machine, id, query))
        .get("runLogs")
        .valueStream()
        .map(line -> line.get("message").stringValue())
        .toList();
  }

  private static JsonNode body(ResponseSpec answer) {
    return answer.expectBody(JsonNode.class).returnResult().getResponseBody();
  }
}
