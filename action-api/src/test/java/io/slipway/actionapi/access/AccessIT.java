package io.slipway.actionapi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.actionapi.house.EdgeUnderTest;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tokens, from the outside. */
class AccessIT {
  private final EdgeUnderTest edge = EdgeUnderTest.edge();

  @Test
  void grantsATokenForTheRightPairOnly() {
    var tenant = edge.tenant();

    var granted = edge.grant(tenant.text("clientId"), tenant.text("clientSecret")).expect(200);
    var wrong = edge.grant(tenant.text("clientId"), "wrong").expect(401);

    assertThat(granted.json().path("tokenType").asString()).isEqualTo("Bearer");
    assertThat(granted.json().path("expiresIn").intValue()).isBetween(3600, 10_800);
    assertThat(wrong.json().path("error").asString()).isEqualTo("invalid_credentials");
    edge.post("/v1/auth/access_token", null, "{}").expect(422);
    edge.post("/v1/auth/access_token", null, "{\"clientId\":\"a\",\"clientSecret\":\"b\",\"c\":1}")
        .expect(422);
    edge.post("/v1/auth/access_token", null, "{\"clientId\":").expect(400);
    edge.send("GET", "/v1/auth/access_token", null, null).expect(405);
  }

  @Test
  void takesTheTokenWithAndWithoutBearer() {
    var tenant = edge.tenant();
    var token = tenant.machine();

    edge.get("/v1/organization", token).expect(200);
    edge.send("GET", "/v1/organization", null, null, "Authorization", token).expect(200);
    edge.send("GET", "/v1/organization", null, null, "Authorization", "Bearer rubbish").expect(401);
    var none = edge.get("/v1/organization", null).expect(401);
    assertThat(none.json().path("error").asString()).isEqualTo("unauthorized");
    assertThat(none.header("X-Trace-Id")).isNotEmpty();
    edge.get("/v1/health", null).expect(200);
    edge.get("/v1/nothing", token).expect(404);
    edge.get("/v1/nothing", null).expect(401);
  }

  @Test
  void aPersonsNewSecretEndsTheOldOneAndItsTokens() {
    var tenant = edge.tenant();
    var email = "p@" + tenant.id() + ".test";
    var old = tenant.person(email, "Member");
    var claims = Json.parse(Base64.getUrlDecoder().decode(old.split("\\.")[1]));
    assertThat(claims.path("personalToken").booleanValue()).isTrue();

    var given = edge.post("/api/users/" + email + "/credentials", old, "{}").expect(201).json();

    assertThat(given.path("clientId").asString()).isEqualTo(email.toLowerCase());
    org.awaitility.Awaitility.await()
        .until(() -> edge.get("/v1/organization", old).status() == 401);
    edge.get(
            "/v1/organization",
            edge.token(given.path("clientId").asString(), given.path("clientSecret").asString()))
        .expect(200);
  }

  @Test
  void onlyThePersonOrAnAdminMayMakeTheirCredentials() {
    var tenant = edge.tenant();
    var member = tenant.person("m@" + tenant.id() + ".test", "Member");
    var other = "o@" + tenant.id() + ".test";
    edge.owners.person(other, "Active", List.of("Member"), List.of());

    var refused = edge.post("/api/users/" + other + "/credentials", member, "{}").expect(403);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    edge.post("/api/users/ghost@x.test/credentials", tenant.machine(), "{}").expect(404);
    edge.send(
            "PUT",
            "/api/users/" + other + "/password",
            tenant.machine(),
            "{\"password\":\"short\"}")
        .expect(422);
  }

  @Test
  void aPersonSignsInAndIsAskedForInTheCatalogEachTime() {
    var tenant = edge.tenant();
    var email = tenant.text("adminEmail");
    var token = signIn(email, tenant.text("adminPassword"), 200);
    tenant.action("deploy", "");

    var run =
        edge.post("/v1/actions/deploy/runs", token, "{\"properties\":{\"name\":\"x\"}}")
            .expect(202)
            .json()
            .path("run");

    assertThat(run.path("source").asString()).isEqualTo("UI");
    assertThat(run.path("createdBy").asString()).isEqualTo("user_" + email);
    signIn(email, "wrong", 401);
    signIn("nobody@x.test", "wrong", 401);
    edge.send(
            "PUT",
            "/api/users/" + email + "/password",
            token,
            "{\"password\":\"a much better one\"}")
        .expect(204);
    signIn(email, tenant.text("adminPassword"), 401);
    signIn(email, "a much better one", 200);
    org.awaitility.Awaitility.await()
        .until(() -> edge.get("/v1/organization", token).status() == 401);
  }

  @Test
  void whoIsDisabledIsOutAndWhoIsForwardedAChangeForgets() {
    var tenant = edge.tenant();
    var email = "d@" + tenant.id() + ".test";
    var token = tenant.person(email, "Member");
    edge.get("/v1/organization", token).expect(200);
    edge.owners.person(email, "Disabled", List.of("Member"), List.of());

    edge.send("PATCH", "/v1/users/" + email, tenant.machine(), "{\"roles\":[\"Member\"]}")
        .expect(200);

    edge.get("/v1/organization", token).expect(401);
  }

  @Test
  void saysWhatACallerMayDo() {
    var tenant = edge.tenant();
    tenant.action("deploy", "");
    var member = tenant.person("m@" + tenant.id() + ".test", "Member");

    var words = edge.get("/v1/auth/permissions?action_version=v2", member).expect(200).raw().body();

    assertThat(words).contains("execute:actions:deploy", "read:blueprints");
    assertThat(words).doesNotContain("create:actions");
  }

  @Test
  void tellsTheSigningKeyToServicesOnly() {
    var tenant = edge.tenant();
    var door =
        edge.house.tokenFor(
            "run-orchestrator", "action-api", Caller.service(tenant.id(), "run-orchestrator"));

    var key = edge.get("/internal/secrets/signing-key", door).expect(200).json().path("key");

    assertThat(key.asString()).isEqualTo(tenant.text("clientSecret"));
    edge.get("/internal/secrets/signing-key", tenant.machine()).expect(401);
    edge.get("/%69nternal/secrets/signing-key", tenant.machine()).expect(401);
    edge.get("//internal//secrets/signing-key", null).expect(401);
    edge.get("/internal;x/secrets/signing-key", null).expect(401);
  }

  private String signIn(String email, String password, int status) {
    var body = Json.object().put("email", email).put("password", password);
    return edge.post("/api/sign-in", null, Json.text(body))
        .expect(status)
        .json()
        .path("accessToken")
        .asString("");
  }
}
