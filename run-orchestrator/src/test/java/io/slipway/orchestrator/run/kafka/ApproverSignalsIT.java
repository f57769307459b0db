package io.slipway.orchestrator.run.kafka;

import static io.slipway.orchestrator.fixture.Orchestrator.machine;
import static io.slipway.orchestrator.fixture.Orchestrator.member;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.listening.Message;
import io.slipway.events.Actor;
import io.slipway.events.ActorKind;
import io.slipway.events.ApprovalRequested;
import io.slipway.events.Person;
import io.slipway.orchestrator.fixture.Orchestrator;
import io.slipway.orchestrator.run.ApprovalRule;
import io.slipway.orchestrator.run.BeginRun;
import io.slipway.orchestrator.run.Invocation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is asked may see what they are asked about. */
@ExtendWith(Orchestrator.Stopping.class)
class ApproverSignalsIT {
  private static final Orchestrator SERVICE = Orchestrator.shared();

  private final String organization = SERVICE.house().organization();
  private final ApproverSignals signals = SERVICE.bean(ApproverSignals.class);

  @Test
  void letsThePeopleAskedSeeAHiddenRun() {
    var asked = waiting();
    assertThat(statusFor("user_bob", asked)).isEqualTo(404);

    signals.on(requested(asked, "bob@example.com")).block();

    assertThat(statusFor("user_bob", asked)).isEqualTo(200);
    assertThat(statusFor("user_eve", asked)).isEqualTo(404);
  }

  @Test
  void saysInTheLogOnceThatNobodyMayApprove() {
    var asked = waiting();
    var message = requested(asked);

    signals.on(message).block();
    signals.on(message).block();

    SERVICE
        .as(machine(organization))
        .get()
        .uri("/v1/actions/runs/{id}/logs", asked.runId().value())
        .exchange()
        .expectBody()
        .jsonPath("$.runLogs.length()")
        .isEqualTo(1)
        .jsonPath("$.runLogs[0].createdBy")
        .isEqualTo("slipway");
  }

  private int statusFor(String user, Invocation asked) {
    return SERVICE
        .as(member(organization, user))
        .get()
        .uri("/v1/actions/runs/{id}", asked.runId().value())
        .exchange()
        .returnResult(Void.class)
        .getStatus()
        .value();
  }

  private Invocation waiting() {
    var asked = aRun().in(organization).hidden().needing(ApprovalRule.ANY).invocation();
    assertThat(SERVICE.bean(BeginRun.class).begin(asked).block()).isTrue();
    return asked;
  }

  private Message requested(Invocation asked, String... emails) {
    var topic = SERVICE.house().topics().approvalRequested();
    var event =
        ApprovalRequested.newBuilder()
            .setApprovalId("approval_0123456789abcdef")
            .setRunId(asked.runId().value())
            .setOrganization(organization)
            .setAt(Instant.now())
            .setPeople(people(emails))
            .setRunJson("{}")
            .setActionTitle("Scale")
            .setRequester(Actor.newBuilder().setUserId("user_ada").setKind(ActorKind.USER).build())
            .setInputsJson("{}")
            .build();
    var bytes = SERVICE.house().wire().encode(topic, event);
    return new Message(topic.name(), 0, 0, asked.runId().value(), Ids.event(), Map.of(), bytes);
  }

  private static List<Person> people(String... emails) {
    return Stream.of(emails).map(email -> Person.newBuilder().setEmail(email).build()).toList();
  }
}
