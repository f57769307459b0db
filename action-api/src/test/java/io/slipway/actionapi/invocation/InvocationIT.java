package io.slipway.actionapi.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.actionapi.house.EdgeUnderTest;
import io.slipway.actionapi.house.EdgeUnderTest.Tenant;
import io.slipway.chassis.caller.Caller;
import io.slipway.events.ActionInvoked;
import io.slipway.events.Actor;
import io.slipway.events.ActorKind;
import io.slipway.events.ApprovalRule;
import io.slipway.events.RunStatus;
import io.slipway.events.RunStatusChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Asking for an action, by HTTP, with the event that follows on a real topic. */
class InvocationIT {
  private static final String CART = "{\"properties\":{\"name\":\"cart\"}}";

  private final EdgeUnderTest edge = EdgeUnderTest.edge();

  @Test
  void isAnsweredWithItsRunAndSaidOnce() {
    var tenant = edge.tenant();
    tenant.action("deploy", "");

    var answer = edge.post("/v1/actions/deploy/runs", tenant.machine(), CART).expect(202);

    var run = answer.json().path("run");
    var id = run.path("id").asString();
    assertThat(id).matches("r_[A-Za-z0-9]{16}");
    assertThat(run.path("source").asString()).isEqualTo("API");
    assertThat(answer.header("Location")).isEqualTo("/v1/actions/runs/" + id);
    try (var probe = edge.house.probe()) {
      var topic = edge.house.topics().actionInvoked();
      var heard = probe.awaitHeard(topic.name(), id, 1);
      ActionInvoked event = edge.house.wire().decode(topic, heard.getFirst().value());
      assertThat(heard).hasSize(1);
      assertThat(heard.getFirst().headers()).containsKeys("ce_id", "ce_type", "traceparent");
      assertThat(event.getOrganization()).isEqualTo(tenant.id());
      assertThat(event.getRawPropertiesJson()).isEqualTo("{\"name\":\"cart\"}");
      assertThat(event.getRequiredApproval()).isEqualTo(ApprovalRule.NONE);
      assertThat(event.getBy().getKind()).isEqualTo(ActorKind.MACHINE);
      assertThat(event.getPermissionsJson()).contains("\"approve\"");
    }
  }

  @Test
  void tellsWhatIsWrongAndWritesItDown() {
    var tenant = edge.tenant();
    tenant.action("deploy", "");
    var member = tenant.person("m@" + tenant.id() + ".test", "Member");
    edge.send(
            "PATCH",
            "/v1/actions/deploy/permissions",
            tenant.machine(),
            "{\"execute\":{\"roles\":[\"Admin\"]}}")
        .expect(200);

    var invalid = edge.post("/v1/actions/deploy/runs", tenant.machine(), "{\"properties\":{}}");
    var forbidden = edge.post("/v1/actions/deploy/runs", member, CART);

    assertThat(invalid.expect(422).json().path("error").asString()).isEqualTo("invalid_request");
    assertThat(forbidden.expect(403).json().path("error").asString()).isEqualTo("forbidden");
    var audits =
        edge.get("/v1/audit-log?resources=run&status=FAILURE", tenant.machine())
            .expect(200)
            .json()
            .path("audits");
    assertThat(audits.size()).isEqualTo(2);
    assertThat(audits.get(0).path("message").asString()).contains("may not execute");
    assertThat(audits.get(1).path("message").asString()).contains("'name'");
  }

  @Test
  void aRepeatedWishIsTheSameRunAlsoWhenItComesTwiceAtOnce() {
    var tenant = edge.tenant();
    tenant.action("deploy", "");
    var token = tenant.machine();

    var ids =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(
                i ->
                    edge.send(
                        "POST", "/v1/actions/deploy/runs", token, CART, "Idempotency-Key", "k"))
            .map(answer -> answer.expect(202).json().path("run").path("id").asString())
            .distinct()
            .toList();

    assertThat(ids).hasSize(1);
    var other =
        edge.send(
            "POST",
            "/v1/actions/deploy/runs",
            token,
            "{\"properties\":{\"name\":\"other\"}}",
            "Idempotency-Key",
            "k");
    other.expect(422);
    var again = edge.send("POST", "/v1/actions/deploy/runs", token, CART, "Idempotency-Key", "k");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    try (var probe = edge.house.probe()) {
      var topic = edge.house.topics().actionInvoked().name();
      probe.awaitHeard(topic, ids.getFirst(), 1);
      assertThat(probe.heard(topic, ids.getFirst())).hasSize(1);
    }
  }

  @Test
  void theOrchestratorCanFetchWhatKafkaHasNotBrought() {
    var tenant = edge.tenant();
    tenant.action("deploy", "");
    var id = invoke(tenant);
    var door =
        edge.house.tokenFor(
            "run-orchestrator", "action-api", Caller.service(tenant.id(), "run-orchestrator"));
    var foreign =
        edge.house.tokenFor(
            "run-orchestrator", "action-api", Caller.service("org_other", "run-orchestrator"));

    var event = edge.get("/internal/invocations/" + id, door).expect(200).json().path("event");

    try (var probe = edge.house.probe()) {
      var heard = probe.awaitHeard(edge.house.topics().actionInvoked().name(), id, 1).getFirst();
      assertThat(event.path("eventId").asString()).isEqualTo(heard.headers().get("ce_id"));
      assertThat(event.path("key").asString()).isEqualTo(id);
      assertThat(Base64.getDecoder().decode(event.path("payload").asString()))
          .isEqualTo(heard.value());
    }
    edge.get("/internal/invocations/" + id, foreign).expect(404);
    edge.get("/internal/invocations/" + id, tenant.machine()).expect(401);
    edge.get("/internal/invocations/" + id, null).expect(401);
  }

  @Test
  void isHandedOverBeforeAListUntilSomebodyConfirmsIt() {
    var tenant = edge.tenant();
    tenant.action("deploy", "");
    var handed = invoke(tenant);
    var heard = invoke(tenant);
    try (var probe = edge.house.probe()) {
      probe.say(edge.house.topics().runStatusChanged(), heard, began(tenant, heard));
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> edge.bean(Invocations.class).unconfirmedRun(tenant.id(), heard).block() == null);

    edge.get("/v1/actions/runs?limit=5", tenant.machine()).expect(200);
    edge.get("/v1/actions/runs", tenant.machine()).expect(200);

    assertThat(edge.owners.begun).filteredOn(handed::equals).hasSize(1);
    assertThat(edge.owners.begun).doesNotContain(heard);
  }

  @Test
  void isReadFromHereWhileTheOrchestratorIsAway() {
    var tenant = edge.tenant();
    tenant.action("deploy", "");
    var id = invoke(tenant);
    var token = tenant.machine();
    edge.owners.stop();
    try {
      var read = edge.get("/v1/actions/runs/" + id, token).expect(200);
      assertThat(read.json().path("run").path("status").asString()).isEqualTo("IN_PROGRESS");
      var command = edge.send("PATCH", "/v1/actions/runs/" + id, token, "{\"status\":\"SUCCESS\"}");
      assertThat(command.expect(503).header("Retry-After")).isEqualTo("1");
      assertThat(command.json().path("ok").asBoolean(true)).isFalse();
      edge.get("/v1/actions/runs/r_0000000000000000", token).expect(503);
      edge.get("/v1/actions/runs", token).expect(503);
      edge.post("/v1/actions/deploy/runs", token, CART).expect(202);
    } finally {
      edge.owners.startAgain();
    }
  }

  @Test
  void sealsSecretInputsBeforeAnythingIsKept() {
    var tenant = edge.tenant();
    edge.post(
            "/v1/actions",
            tenant.machine(),
            """
            {"identifier":"rotate","trigger":{"type":"self-service","operation":"CREATE",
             "userInputs":{"properties":{"token":{"type":"string","encryption":"aes256-gcm"}}}},
             "invocationMethod":{"type":"KAFKA"}}
            """)
        .expect(201);

    var run =
        edge.post(
                "/v1/actions/rotate/runs",
                tenant.machine(),
                "{\"properties\":{\"token\":\"hush-hush\"}}")
            .expect(202);

    assertThat(run.raw().body()).doesNotContain("hush-hush");
    try (var probe = edge.house.probe()) {
      var topic = edge.house.topics().actionInvoked();
      ActionInvoked event =
          probe.awaitEvents(topic, run.json().path("run").path("id").asString(), 1).getFirst();
      assertThat(event.toString()).doesNotContain("hush-hush");
      assertThat(event.getEncryptedInputs()).containsExactly("token");
    }
  }

  private String invoke(Tenant tenant) {
    return edge.post("/v1/actions/deploy/runs", tenant.machine(), CART)
        .expect(202)
        .json()
        .path("run")
        .path("id")
        .asString();
  }

  private static RunStatusChanged began(Tenant tenant, String run) {
    return RunStatusChanged.newBuilder()
        .setRunId(run)
        .setOrganization(tenant.id())
        .setVersion(1)
        .setFrom(null)
        .setTo(RunStatus.IN_PROGRESS)
        .setCause("Invoked")
        .setAt(Instant.now())
        .setBeforeJson(null)
        .setAfterJson("{}")
        .setBy(
            Actor.newBuilder()
                .setUserId("x")
                .setEmail(null)
                .setKind(ActorKind.SYSTEM)
                .setUserJson(null)
                .build())
        .setApproval(null)
        .setSilent(false)
        .build();
  }
}
