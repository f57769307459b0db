package io.slipway.actionapi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.actionapi.house.EdgeUnderTest;
import io.slipway.chassis.caller.Caller;
import org.junit.jupiter.api.Test;

/** The organisation's own credentials, from the outside. */
class AppIT {
  private final EdgeUnderTest edge = EdgeUnderTest.edge();
  private final EdgeUnderTest.Tenant tenant = edge.tenant();
  private final String machine = tenant.machine();

  @Test
  void listsThoseItBeganWith() {
    var apps = edge.get("/v1/apps", machine).expect(200).json().path("apps");

    assertThat(apps.size()).isEqualTo(1);
    assertThat(apps.get(0).path("id").asString()).isEqualTo(tenant.text("clientId"));
    assertThat(apps.get(0).path("secret").asString()).isEqualTo(tenant.text("clientSecret"));
    assertThat(apps.get(0).path("enabled").booleanValue()).isTrue();
    var few = edge.get("/v1/apps?fields=id,name", machine).expect(200).json().path("apps").get(0);
    assertThat(few.propertyNames()).containsExactlyInAnyOrder("id", "name");
  }

  @Test
  void newOnesWorkAndGo() {
    var made = edge.post("/v1/apps", machine, "{\"name\":\"ci\"}").expect(200).json().path("app");
    var id = made.path("id").asString();
    var token = edge.token(id, made.path("secret").asString());
    edge.get("/v1/organization", token).expect(200);

    edge.send("PUT", "/v1/apps/" + id, machine, "{\"name\":\"build\"}").expect(200);
    assertThat(edge.get("/v1/apps", token).expect(200).json().at("/apps/1/name").asString())
        .isEqualTo("build");
    edge.send("DELETE", "/v1/apps/" + id, machine, null).expect(200);

    await().until(() -> edge.get("/v1/organization", token).status() == 401);
    edge.send("DELETE", "/v1/apps/" + id, machine, null).expect(404);
    edge.send("PUT", "/v1/apps/" + id, machine, "{\"name\":\"x\"}").expect(404);
    edge.post("/v1/apps", machine, "{\"name\":\"\"}").expect(422);
    edge.post("/v1/apps", machine, "{\"name\":\"x\",\"secret\":\"mine\"}").expect(422);
  }

  @Test
  void aNewSecretEndsTheOldOneAndItsTokensAndSigns() {
    var id = tenant.text("clientId");

    var rotated = edge.post("/v1/apps/" + id + "/rotate-secret", machine, "").expect(200).json();

    var secret = rotated.at("/app/secret").asString();
    assertThat(secret).isNotEqualTo(tenant.text("clientSecret"));
    edge.grant(id, tenant.text("clientSecret")).expect(401);
    await().until(() -> edge.get("/v1/organization", machine).status() == 401);
    edge.get("/v1/organization", edge.token(id, secret)).expect(200);
    var door =
        edge.house.tokenFor(
            "run-orchestrator", "action-api", Caller.service(tenant.id(), "run-orchestrator"));
    assertThat(edge.get("/internal/secrets/signing-key", door).json().path("key").asString())
        .isEqualTo(secret);
  }

  @Test
  void whatIsDoneWithThemIsAuditedWithoutTheirSecrets() {
    var made = edge.post("/v1/apps", machine, "{\"name\":\"ci\"}").expect(200).json().path("app");
    var id = made.path("id").asString();
    edge.post("/v1/apps/" + id + "/rotate-secret", machine, "").expect(200);
    edge.send("DELETE", "/v1/apps/" + id, machine, null).expect(200);

    var rows =
        edge.bean(org.springframework.r2dbc.core.DatabaseClient.class)
            .sql(
                "select action || ' ' || a::text as row from audit a where context like :app order by at")
            .bind("app", "%" + id + "%")
            .map(row -> String.valueOf(row.get("row", String.class)))
            .all()
            .collectList()
            .block();

    assertThat(rows).hasSize(3);
    assertThat(rows.stream().map(row -> row.split(" ")[0]))
        .containsExactlyInAnyOrder("CREATE", "UPDATE", "DELETE");
    assertThat(rows).noneSatisfy(row -> assertThat(row).contains(made.path("secret").asString()));
  }

  @Test
  void thoseThatSignStay() {
    var refused = edge.send("DELETE", "/v1/apps/" + tenant.text("clientId"), machine, null);

    assertThat(refused.expect(409).json().path("error").asString()).isEqualTo("conflict");
  }

  @Test
  void areForAdminsOfTheirOrganizationOnly() {
    var member = tenant.person("m@" + tenant.id() + ".test", "Member");
    var stranger = edge.tenant().machine();
    var id = tenant.text("clientId");

    edge.get("/v1/apps", member).expect(403);
    edge.post("/v1/apps/" + id + "/rotate-secret", member, "").expect(403);
    edge.post("/v1/apps/" + id + "/rotate-secret", stranger, "").expect(404);
    edge.grant(id, tenant.text("clientSecret")).expect(200);
  }

  @Test
  void aPersonsCredentialsAreRotatedByThemselvesOrAnAdmin() {
    var email = "p@" + tenant.id() + ".test";
    var person = tenant.person(email, "Member");
    var other = tenant.person("o@" + tenant.id() + ".test", "Member");

    edge.post("/v1/rotate-credentials/" + email, other, "").expect(403);
    var given = edge.post("/v1/rotate-credentials/" + email, person, "").expect(200).json();

    await().until(() -> edge.get("/v1/organization", person).status() == 401);
    edge.grant(
            given.at("/credentials/clientId").asString(),
            given.at("/credentials/clientSecret").asString())
        .expect(200);
    edge.post("/v1/rotate-credentials/nobody@x.test", machine, "").expect(404);
  }
}
