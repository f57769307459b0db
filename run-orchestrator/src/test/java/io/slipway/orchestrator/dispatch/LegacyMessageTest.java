package io.slipway.orchestrator.dispatch;

import static io.slipway.orchestrator.run.RunFixture.MACHINE;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a topic carries about a run, to the byte. */
class LegacyMessageTest {

  @Test
  void saysWhatWasAskedFor() {
    var asked =
        aRun()
            .called("r_QOz6WoOB1Q2lmhZZ")
            .in("org_x")
            .with("{\"replicas\":3,\"token\":\"c2VhbGVk\"}", "token")
            .invocation();

    assertThat(PythonJson.text(LegacyMessage.of(asked)))
        .isEqualTo(
            """
            {"action":"scale_service","resourceType":"run","status":"TRIGGERED","trigger":{"by":{\
            "orgId":"org_x","userId":"user_ada","user":{"email":"ada@example.com","firstName":"Ada",\
            "id":"user_ada"}},"origin":"UI","at":"2026-11-24T12:00:00.123Z"},"context":{"entity":\
            "cart","blueprint":"service","runId":"r_QOz6WoOB1Q2lmhZZ"},"payload":{"entity":{\
            "identifier":"cart","title":"Cart","icon":null,"blueprint":"service","team":[],\
            "properties":{"replicas":1.5},"relations":{}},"action":{"id":"action_0123456789abcdef",\
            "identifier":"scale_service","title":"Scale","icon":"Cluster","userInputs":{"properties":\
            {"replicas":{"type":"number"}},"required":[],"order":[]},"invocationMethod":{"type":\
            "KAFKA"},"trigger":"DAY-2","description":"More of it","blueprint":"service","createdAt":\
            "2026-11-01T00:00:00.000Z","createdBy":"user_ada","updatedAt":"2026-11-01T00:00:00.000Z",\
            "updatedBy":"user_ada"},"properties":{"replicas":3,"token":"c2VhbGVk"},\
            "censoredProperties":["token"]},"headers":{}}""");
  }

  @Test
  void hasNoUserWhenAMachineAsked() {
    var message = LegacyMessage.of(aRun().by(MACHINE).onNoEntity().invocation());

    assertThat(message.at("/trigger/by").has("user")).isFalse();
    assertThat(message.at("/trigger/by/userId").stringValue()).isEqualTo("client_1");
    assertThat(message.at("/context/entity").isNull()).isTrue();
    assertThat(message.at("/payload/entity").isNull()).isTrue();
  }
}
