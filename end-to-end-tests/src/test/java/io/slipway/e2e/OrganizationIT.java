package io.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.e2e.house.Http;
import io.slipway.e2e.house.SuiteUnderTest;
import io.slipway.e2e.house.Tenant;
import org.junit.jupiter.api.Test;

/** What an Admin does with the organisation; every answer is held against the OpenAPI document. */
class OrganizationIT {
  private static final String SECRETS = "/v1/organization/secrets";

  private final SuiteUnderTest suite = SuiteUnderTest.start();
  private final Tenant org = suite.newOrganization();
  private final Http machine = org.machine();

  @Test
  void settingsAreMergedAndEchoed() {
    machine.patch("/v1/organization", "{\"settings\":{\"ours\":{\"deep\":[5.0]}}}").expect(200);
    machine
        .put("/v1/organization", "{\"name\":\"Shop\",\"settings\":{\"portalTitle\":\"Shop\"}}")
        .expect(200);

    var organization = machine.get("/v1/organization").expect(200).json().get("organization");
    assertThat(organization.get("name").stringValue()).isEqualTo("Shop");
    assertThat(organization.at("/settings/ours/deep/0").toString()).isEqualTo("5.0");
    assertThat(organization.at("/settings/portalTitle").stringValue()).isEqualTo("Shop");
    machine.put("/v1/organization", "{\"settings\":{}}").expect(422);
  }

  @Test
  void aSecretNeverComesBack() {
    var value = "Xq7-never-to-be-seen-again";
    machine
        .post(SECRETS, "{\"secretName\":\"CHAT\",\"secretValue\":\"" + value + "\"}")
        .expect(200);
    machine.patch(SECRETS + "/CHAT", "{\"description\":\"\"}").expect(200);
    machine.patch(SECRETS + "/CHAT", "{\"secretValue\":\"" + value + "\"}").expect(200);

    var one = machine.get(SECRETS + "/CHAT").expect(200);
    assertThat(one.json().at("/secret/description").stringValue()).isEmpty();
    for (var answer :
        java.util.List.of(
            one,
            machine.get(SECRETS).expect(200),
            machine.get("/v1/audit-log").expect(200),
            machine.post(SECRETS, "{\"secretName\":\"CHAT\",\"secretValue\":\"" + value + "\"}"),
            machine.post(SECRETS, "{\"secretName\":\"a b\",\"secretValue\":\"" + value + "\"}"),
            machine.post(SECRETS, "{\"secretName\":\"C\",\"secretValue\":" + value + "}"))) {
      assertThat(answer.text()).doesNotContain(value).doesNotContain("Xq7");
    }
    assertThat(machine.get("/v1/audit-log?resources=secret").json().get("audits").size())
        .isEqualTo(3);
    machine.delete(SECRETS + "/CHAT").expect(200);
    machine.get(SECRETS + "/CHAT").expect(404);
    org.invite("Member").http().get(SECRETS).expect(403);
  }

  @Test
  void credentialsAreMadeRotatedAndEnded() {
    var made = machine.post("/v1/apps", "{\"name\":\"ci\"}").expect(200).json().get("app");
    var id = made.get("id").stringValue();
    machine.put("/v1/apps/" + id, "{\"name\":\"build\"}").expect(200);
    var rotated = machine.post("/v1/apps/" + id + "/rotate-secret", "").expect(200).json();
    var secret = rotated.at("/app/secret").stringValue();

    assertThat(org.withToken(org.token(id, secret)).get("/v1/apps").expect(200).text())
        .contains("build", org.text("clientId"));
    machine.delete("/v1/apps/" + id).expect(200);
    machine.delete("/v1/apps/" + org.text("clientId")).expect(409);
    var person = org.invite("Member");
    machine.post("/v1/rotate-credentials/" + person.email(), "").expect(200);
  }
}
