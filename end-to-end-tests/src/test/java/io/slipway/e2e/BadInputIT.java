package io.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.e2e.house.Http;
import io.slipway.e2e.house.SuiteUnderTest;
import io.slipway.e2e.house.Tenant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What does not fit is answered with the contract's error body, and never with a 5xx. */
class BadInputIT {
  private final SuiteUnderTest suite = SuiteUnderTest.start();
  private final Tenant org = suite.firstOrganization();
  private final Http machine = org.machine();

  @Test
  void malformedJsonIs400() {
    for (var path : List.of("/v1/actions", "/v1/blueprints", "/v1/auth/access_token")) {
      assertRefused(machine.post(path, "{\"identifier\":"), 400, "bad_request");
    }
  }

  @Test
  void aBodyOfTheWrongShapeIs422AndNamesThePlace() {
    var action = org.action("");
    var runs = "/v1/actions/" + action + "/runs";

    assertRefused(machine.post(runs, "[]"), 422, "invalid_request");
    assertRefused(machine.post(runs, "{}"), 422, "invalid_request");
    var missing = machine.post(runs, "{\"properties\":{}}");
    assertRefused(missing, 422, "invalid_request");
    assertThat(missing.text()).contains("name");
    var wrong = machine.post(runs, "{\"properties\":{\"name\":\"a\",\"size\":\"two\"}}");
    assertRefused(wrong, 422, "invalid_request");
    assertThat(wrong.json().at("/details/errors/0/path").stringValue())
        .isEqualTo("/properties/size");
  }

  @Test
  void whatIsNotThereIs404() {
    assertRefused(machine.post("/v1/actions/nope/runs", "{\"properties\":{}}"), 404, "not_found");
    assertRefused(machine.get("/v1/actions/runs/r_0000000000000000"), 404, "not_found");
    assertRefused(machine.get("/v1/no/such/route"), 404, "not_found");
    assertRefused(machine.get("/v1/blueprints/nope/entities/a%2Fb"), 404, "not_found");
  }

  @Test
  void anOversizedBodyIs413() {
    var body = "{\"properties\":{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}}";

    assertRefused(
        machine.post("/v1/actions/" + org.action("") + "/runs", body), 413, "payload_too_large");
  }

  @Test
  void aTokenThatDoesNotCountIs401() {
    var token = org.token(org.text("clientId"), org.text("clientSecret"));
    var forged = token.substring(0, token.length() - 6) + "AAAAAA";
    var unsigned = "eyJhbGciOiJub25lIn0." + token.split("\\.")[1] + ".";
    for (var bad : List.of("garbage", forged, unsigned, "a.b.c")) {
      assertRefused(org.withToken(bad).get("/v1/actions"), 401, "unauthorized");
    }
    assertRefused(org.anonymous().get("/v1/actions"), 401, "unauthorized");
    assertRefused(
        org.anonymous()
            .post("/v1/auth/access_token", "{\"clientId\":\"x\",\"clientSecret\":\"y\"}"),
        401,
        "invalid_credentials");
    assertThat(org.anonymous().with("Authorization", token).get("/v1/actions").status())
        .isEqualTo(200);
  }

  @Test
  void whatFitsCanBeReadInTheDocuments() {
    for (var face : List.of("v1", "api")) {
      assertThat(org.anonymous().get("/openapi/" + face + ".yaml").expect(200).text())
          .startsWith("openapi: 3.1.0");
    }
    assertThat(org.anonymous().get("/asyncapi/events.yaml").expect(200).text())
        .startsWith("asyncapi: 3.0.0");
    assertThat(org.anonymous().get("/openapi/events.yaml").status()).isEqualTo(404);
    assertThat(org.anonymous().get("/openapi/application.yaml").status()).isEqualTo(404);
  }

  @Test
  void aMemberMayNotWriteDefinitions() {
    var member = org.invite("Member").http();

    assertRefused(
        member.post(
            "/v1/blueprints",
            "{\"identifier\":\"x\",\"title\":\"X\",\"schema\":{\"properties\":{}}}"),
        403,
        "forbidden");
    assertThat(member.post("/v1/actions", "{\"identifier\":\"x\"}").status()).isIn(403, 422);
  }

  private static void assertRefused(Http.Answer answer, int status, String code) {
    answer.expect(status);
    assertThat(answer.json().get("ok").booleanValue()).isFalse();
    assertThat(answer.json().get("error").stringValue()).isEqualTo(code);
    assertThat(answer.json().get("message").stringValue()).isNotBlank();
  }
}
