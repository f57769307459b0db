package io.slipway.actionapi.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import org.junit.jupiter.api.Test;

class ActionPermissionsTest {

  @Test
  void letsEveryoneExecuteAndAdminsApprove() {
    assertThat(Json.text(ActionPermissions.defaults("service")))
        .isEqualTo(
            "{\"execute\":{\"users\":[],\"roles\":[\"Admin\",\"service-moderator\",\"Member\"],"
                + "\"teams\":[],\"ownedByTeam\":false,\"policy\":null},"
                + "\"approve\":{\"users\":[],\"roles\":[\"Admin\"],\"teams\":[],\"policy\":null}}");
    assertThat(Json.text(ActionPermissions.defaults(null).path("execute").path("roles")))
        .isEqualTo("[\"Admin\",\"Member\"]");
  }

  @Test
  void replacesWhatIsGivenAndKeepsTheRest() {
    var before = ActionPermissions.defaults("service");

    var after =
        ActionPermissions.apply(
            before,
            Json.parse("{\"execute\":{\"users\":[\"a@x\"],\"roles\":null,\"ownedByTeam\":null}}"));

    assertThat(Json.text(after.path("execute")))
        .isEqualTo(
            "{\"users\":[\"a@x\"],\"roles\":[],\"teams\":[],\"ownedByTeam\":false,\"policy\":null}");
    assertThat(after.path("approve")).isEqualTo(before.path("approve"));
  }

  @Test
  void refusesAPolicyRatherThanKeepOneThatIsNotObeyed() {
    var change =
        Json.parse("{\"execute\":{\"policy\":{\"queries\":{\"q\":{}},\"conditions\":[\"true\"]}}}");

    assertThat(ActionPermissions.check(change))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.pointer()).isEqualTo("/execute/policy");
              assertThat(fault.message()).contains("not available yet");
            });
    assertThat(ActionPermissions.check(Json.parse("{\"execute\":{\"policy\":null}}"))).isEmpty();
  }

  @Test
  void isClosed() {
    assertThat(ActionPermissions.check(Json.parse("{\"approve\":{\"ownedByTeam\":true}}")))
        .hasSize(1);
    assertThat(ActionPermissions.check(Json.parse("{\"execute\":{\"users\":[7]}}"))).hasSize(1);
    assertThat(ActionPermissions.check(Json.parse("{\"read\":{}}"))).hasSize(1);
  }
}
