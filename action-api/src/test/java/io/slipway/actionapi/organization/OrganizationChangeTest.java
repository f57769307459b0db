package io.slipway.actionapi.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import org.junit.jupiter.api.Test;

class OrganizationChangeTest {

  @Test
  void mergesSettingsKeyByKey() {
    var before = Json.object("{\"settings\":{\"a\":1,\"b\":2},\"isOnboarded\":true}");

    var after =
        OrganizationChange.apply(
            before, Json.parse("{\"settings\":{\"b\":3,\"portAgentStreamerName\":\"KAFKA\"}}"));

    assertThat(Json.text(after))
        .isEqualTo(
            "{\"settings\":{\"a\":1,\"b\":3,\"portAgentStreamerName\":\"KAFKA\"},\"isOnboarded\":true}");
    assertThat(Json.text(before)).contains("\"b\":2");
  }

  @Test
  void refusesWhatTheContractDoesNotKnow() {
    assertThat(OrganizationChange.faults(Json.parse("{\"id\":\"other\"}"))).hasSize(1);
    assertThat(OrganizationChange.faults(Json.parse("[]"))).hasSize(1);
    assertThat(OrganizationChange.faults(Json.parse("{\"settings\":7,\"name\":\"\"}"))).hasSize(2);
    assertThat(OrganizationChange.faults(Json.parse("{\"settings\":{}}"))).isEmpty();
  }

  @Test
  void settingsAreOpenButForTheShapesThatTheContractNames() {
    assertThat(faults("{\"settings\":{\"ours\":{\"deep\":[1]},\"portalTitle\":\"Shop\"}}"))
        .isEmpty();
    assertThat(
            faults(
                """
                {"name":"a\\u0000b",
                 "settings":{"portalTitle":"%s","federatedLogout":"no","supportUserTTL":"AGES",
                             "supportUserPermission":1,"hiddenBlueprints":{}},
                 "toolSelectionProvisioning":{"status":"MAYBE"},
                 "announcement":{"enabled":1,"content":"","link":7,"color":"green"}}
                """
                    .formatted("x".repeat(31))))
        .containsExactlyInAnyOrder(
            "/name",
            "/settings/portalTitle",
            "/settings/federatedLogout",
            "/settings/supportUserTTL",
            "/settings/supportUserPermission",
            "/settings/hiddenBlueprints",
            "/toolSelectionProvisioning/status",
            "/announcement/enabled",
            "/announcement/content",
            "/announcement/link",
            "/announcement/color");
    assertThat(faults("{\"announcement\":{\"enabled\":true,\"content\":\"Hi\",\"link\":null}}"))
        .isEmpty();
  }

  private static java.util.List<String> faults(String body) {
    return OrganizationChange.faults(Json.parse(body)).stream()
        .map(io.slipway.chassis.problem.Fault::pointer)
        .toList();
  }
}
