package io.slipway.actionapi.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.actionapi.invocation.AccessPolicy.Decision;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessPolicyTest {
  private static final Caller MACHINE = Caller.machine("org_a", "client");

  @Test
  void letsUsersRolesAndTeamsIn() {
    var lists = "{\"users\":[\"ADA@x\"],\"roles\":[\"svc-moderator\"],\"teams\":[\"platform\"]}";

    assertThat(permitted(lists, person(Set.of("Member"), Set.of()))).isTrue();
    assertThat(permitted(lists, someone("b@x", Set.of("svc-moderator"), Set.of()))).isTrue();
    assertThat(permitted(lists, someone("b@x", Set.of("Member"), Set.of("platform")))).isTrue();
    assertThat(permitted(lists, someone("b@x", Set.of("Member"), Set.of("other")))).isFalse();
  }

  /** The list decides for Admins too; but where a lower role may, a higher one may. */
  @Test
  void theListDecidesForAdminsToo() {
    var admin = someone("b@x", Set.of("Admin"), Set.of());

    assertThat(permitted("{\"users\":[\"ada@x\"],\"roles\":[]}", admin)).isFalse();
    assertThat(permitted("{\"roles\":[\"Member\"]}", admin)).isTrue();
    assertThat(permitted("{\"roles\":[\"svc-moderator\"]}", admin)).isTrue();
    assertThat(permitted("{\"roles\":[\"Member\"]}", someone("b", Set.of("x-moderator"), Set.of())))
        .isTrue();
    assertThat(permitted("{\"roles\":[\"Admin\"]}", person(Set.of("Member"), Set.of()))).isFalse();
  }

  @Test
  void letsAMachineInAlways() {
    assertThat(permitted("{}", MACHINE)).isTrue();
  }

  @Test
  void letsInWhoOwnsTheEntityIfTheActionSaysSo() {
    var owner = someone("b@x", Set.of("Member"), Set.of("core"));

    assertThat(permitted("{\"ownedByTeam\":true}", owner, Set.of("core"))).isTrue();
    assertThat(permitted("{\"ownedByTeam\":true}", owner, Set.of("edge"))).isFalse();
    assertThat(permitted("{\"ownedByTeam\":true}", owner, Set.of())).isFalse();
    assertThat(permitted("{\"ownedByTeam\":false}", owner, Set.of("core"))).isFalse();
  }

  @Test
  void deniesWhatItCannotDecide() {
    var policy = "{\"roles\":[\"Member\"],\"policy\":{\"queries\":{},\"conditions\":[\"true\"]}}";

    assertThat(permitted(policy, person(Set.of("Member"), Set.of()))).isFalse();
    assertThat(
            permitted(
                "{\"roles\":[\"Member\"],\"policy\":null}", person(Set.of("Member"), Set.of())))
        .isTrue();
  }

  private static boolean permitted(String execute, Caller caller) {
    return permitted(execute, caller, Set.of());
  }

  private static boolean permitted(String execute, Caller caller, Set<String> entityTeams) {
    return AccessPolicy.decide(Json.parse(execute), caller, entityTeams)
        instanceof Decision.Permitted;
  }

  private static Caller person(Set<String> roles, Set<String> teams) {
    return someone("ada@x", roles, teams);
  }

  private static Caller someone(String email, Set<String> roles, Set<String> teams) {
    return new Caller("org_a", "id", Caller.Kind.USER, email, roles, teams, "API", null);
  }
}
