package io.slipway.actionapi.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.actionapi.house.EdgeUnderTest;
import io.slipway.chassis.json.Json;
import io.slipway.events.Actor;
import io.slipway.events.ActorKind;
import io.slipway.events.BlueprintChanged;
import io.slipway.events.DefinitionChange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Definitions over HTTP, as rows, and as they follow what they refer to. */
class ActionIT {
  private static final String DEFINITION =
      "{\"identifier\":\"scale\",\"description\":\"\",\"trigger\":{\"type\":\"self-service\","
          + "\"operation\":\"DAY-2\",\"blueprintIdentifier\":\"%s\",\"userInputs\":{\"properties\":"
          + "{\"n\":{\"type\":\"number\",\"default\":5.0,\"minimum\":1.50}},\"order\":[]}},"
          + "\"invocationMethod\":{\"type\":\"KAFKA\"},\"requiredApproval\":{\"type\":\"ANY\"}}";

  private final EdgeUnderTest edge = EdgeUnderTest.edge();

  @Test
  void echoesExactlyWhatWasSent() {
    var tenant = edge.tenant();
    edge.owners.blueprints.add("service");
    var definition = DEFINITION.formatted("service");

    edge.post("/v1/actions", tenant.machine(), definition).expect(201);

    var action = edge.get("/v1/actions/scale", tenant.machine()).expect(200).json().path("action");
    var text = Json.text(action);
    assertThat(text).startsWith(definition.substring(0, definition.length() - 1));
    assertThat(action.propertyNames())
        .containsExactlyInAnyOrder(
            "identifier",
            "description",
            "trigger",
            "invocationMethod",
            "requiredApproval",
            "id",
            "createdAt",
            "createdBy",
            "updatedAt",
            "updatedBy");
  }

  @Test
  void refusesWhatItRefersToAndIsNotThere() {
    var tenant = edge.tenant();

    var answer =
        edge.post("/v1/actions", tenant.machine(), DEFINITION.formatted("ghost")).expect(422);

    assertThat(answer.json().path("details").path("errors").get(0).path("path").asString())
        .isEqualTo("/trigger/blueprintIdentifier");
    edge.get("/v1/actions/scale", tenant.machine()).expect(404);
  }

  @Test
  void livesAsTheContractSays() {
    var tenant = edge.tenant();
    var token = tenant.machine();
    tenant.action("one", "");
    var taken =
        edge.post(
            "/v1/actions",
            token,
            """
            {"identifier":"one","trigger":{"type":"self-service","operation":"CREATE",
             "userInputs":{"properties":{}}},"invocationMethod":{"type":"KAFKA"}}
            """);
    assertThat(taken.expect(409).raw().body()).contains("taken");
    edge.post(
            "/v1/actions",
            token,
            """
            {"identifier":"after","trigger":{"type":"automation","event":{"type":"RUN_CREATED",
             "actionIdentifier":"one"}},"invocationMethod":{"type":"KAFKA"},"publish":true}
            """)
        .expect(201);
    var one = edge.get("/v1/actions/one", token).json().path("action");
    var renamed = Json.object(Json.text(one)).put("identifier", "two").put("title", "Two");

    edge.send("PUT", "/v1/actions/one", token, Json.text(renamed)).expect(200);

    edge.get("/v1/actions/one", token).expect(404);
    var two = edge.get("/v1/actions/two", token).expect(200).json().path("action");
    assertThat(two.path("id")).isEqualTo(one.path("id"));
    assertThat(two.path("createdAt")).isEqualTo(one.path("createdAt"));
    var follower = edge.get("/v1/actions/after", token).json().path("action");
    assertThat(follower.path("trigger").path("event").path("actionIdentifier").asString())
        .isEqualTo("two");
    var automations =
        edge.get("/v1/actions?trigger_type=automation&published=true&version=v2", token)
            .expect(200)
            .json()
            .path("actions");
    assertThat(automations.size()).isEqualTo(1);
    assertThat(edge.send("DELETE", "/v1/actions/two", token, null).expect(200).raw().body())
        .isEqualTo("{\"ok\":true}");
    edge.send("DELETE", "/v1/actions/two", token, null).expect(404);
    var audits =
        edge.get("/v1/audit-log?resources=action&includes=action,context", token).expect(200);
    assertThat(audits.json().path("audits").size()).isEqualTo(4);
    assertThat(audits.json().path("audits").get(0).path("action").asString()).isEqualTo("DELETE");
  }

  @Test
  void isWrittenByAdminsOnlyAndSeenByItsOrganizationOnly() {
    var tenant = edge.tenant();
    var other = edge.tenant();
    tenant.action("one", "");
    var member = tenant.person("m@" + tenant.id() + ".test", "Member");

    edge.get("/v1/actions/one", member).expect(200);
    edge.post("/v1/actions", member, "{}").expect(403);
    edge.send("DELETE", "/v1/actions/one", member, null).expect(403);
    edge.send("PATCH", "/v1/actions/one/permissions", member, "{}").expect(403);
    edge.get("/v1/actions/one", other.machine()).expect(404);
    edge.post("/v1/actions/one/runs", other.machine(), "{\"properties\":{}}").expect(404);
  }

  @Test
  void changesPermissionsKeyByKey() {
    var tenant = edge.tenant();
    tenant.action("one", "");
    var path = "/v1/actions/one/permissions";

    edge.send("PATCH", path, tenant.machine(), "{\"execute\":{\"users\":[\"a@x\"],\"roles\":null}}")
        .expect(200);
    edge.send("PATCH", path, tenant.machine(), "{\"approve\":{\"teams\":[\"core\"]}}").expect(200);
    edge.send("PATCH", path, tenant.machine(), "{\"execute\":{\"policy\":{}}}").expect(422);

    var permissions = edge.get(path, tenant.machine()).expect(200).json().path("permissions");
    assertThat(Json.text(permissions))
        .isEqualTo(
            "{\"execute\":{\"users\":[\"a@x\"],\"roles\":[],\"teams\":[],\"ownedByTeam\":false,"
                + "\"policy\":null},\"approve\":{\"users\":[],\"roles\":[\"Admin\"],"
                + "\"teams\":[\"core\"],\"policy\":null}}");
  }

  @Test
  void followsABlueprintThatIsRenamed() {
    var tenant = edge.tenant();
    edge.owners.blueprints.add("before");
    edge.post("/v1/actions", tenant.machine(), DEFINITION.formatted("before")).expect(201);
    var event =
        BlueprintChanged.newBuilder()
            .setEventId("event_x")
            .setBlueprintId("bp_x")
            .setOrganization(tenant.id())
            .setIdentifier("after")
            .setPreviousIdentifier("before")
            .setChange(DefinitionChange.RENAME)
            .setBeforeJson(null)
            .setAfterJson(null)
            .setBy(
                Actor.newBuilder()
                    .setUserId("x")
                    .setEmail(null)
                    .setKind(ActorKind.USER)
                    .setUserJson(null)
                    .build())
            .setAt(Instant.now())
            .build();

    try (var probe = edge.house.probe()) {
      probe.say(edge.house.topics().blueprintChanged(), "bp_x", event);
    }

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                edge.get("/v1/actions/scale", tenant.machine())
                    .raw()
                    .body()
                    .contains("\"blueprintIdentifier\":\"after\""));
    assertThat(edge.get("/v1/actions/scale/permissions", tenant.machine()).raw().body())
        .contains("after-moderator")
        .doesNotContain("before-moderator");
  }
}
