package io.slipway.catalog.people;

import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.catalog.CatalogUnderTest.Answer;
import io.slipway.catalog.CatalogUnderTest.Tenant;
import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleIT {
  private final Tenant tenant = tenant();

  @Test
  void anInvitedUserIsAnEntityAndTheOtherWayRound() {
    tenant.post("/v1/teams", "{\"name\":\"Platform\"}");

    var invited = invite("Bob@X.test", "\"roles\":[],\"teams\":[\"Platform\"]");
    assertThat(invited.status()).isEqualTo(200);
    assertThat(invited.at("/user/status").stringValue()).isEqualTo("INVITED");
    assertThat(Json.text(invited.at("/user/roles"))).isEqualTo("[{\"name\":\"Member\"}]");
    var entity = tenant.get("/v1/blueprints/_user/entities/bob@x.test");
    assertThat(entity.at("/entity/identifier").stringValue()).isEqualTo("Bob@X.test");
    assertThat(Json.text(entity.at("/entity/team"))).isEqualTo("[\"Platform\"]");
    assertThat(entity.at("/entity/properties/status").stringValue()).isEqualTo("Invited");
    assertThat(invite("BOB@x.test", "\"roles\":[]").status()).isEqualTo(409);

    tenant.patch(
        "/v1/blueprints/_user/entities/BOB@x.test",
        "{\"properties\":{\"port_role\":\"Admin\",\"status\":\"Active\"}}");
    var user = tenant.get("/v1/users/bob@x.test?fields=email,status&fields=roles.name");
    assertThat(Json.text(user.at("/user")))
        .isEqualTo(
            "{\"email\":\"Bob@X.test\",\"status\":\"ACTIVE\",\"roles\":[{\"name\":\"Admin\"}]}");

    assertThat(tenant.delete("/v1/blueprints/_user/entities/bob@x.test").status()).isEqualTo(200);
    assertThat(tenant.get("/v1/users/bob@x.test").status()).isEqualTo(404);
  }

  @Test
  void rolesAreWrittenAsPropertiesAndReadBack() {
    tenant.blueprint("{\"identifier\":\"svc\",\"title\":\"S\",\"schema\":{\"properties\":{}}}");
    invite("bob@x.test", "\"roles\":[\"svc-moderator\",\"Member\"]");

    var entity = tenant.get("/v1/blueprints/_user/entities/bob@x.test");
    assertThat(entity.at("/entity/properties/port_role").stringValue()).isEqualTo("Member");
    assertThat(Json.text(entity.at("/entity/properties/moderated_blueprints")))
        .isEqualTo("[\"svc\"]");

    var changed = tenant.patch("/v1/users/bob@x.test", "{\"roles\":[\"Admin\"]}");
    assertThat(Json.text(changed.at("/roles"))).isEqualTo("[{\"name\":\"Admin\"}]");
    assertThat(changed.at("/user/email")).isEqualTo(changed.at("/email"));
    assertThat(tenant.patch("/v1/users/bob@x.test", "{\"roles\":[]}").status()).isEqualTo(422);
    assertThat(tenant.patch("/v1/users/bob@x.test", "{\"roles\":[\"King\"]}").status())
        .isEqualTo(422);
    assertThat(tenant.patch("/v1/users/none@x.test", "{\"teams\":[]}").status()).isEqualTo(404);
  }

  @Test
  void teamsAndTheirMembersAreInSync() {
    invite("bob@x.test", "\"roles\":[]");
    invite("eve@x.test", "\"roles\":[]");
    var created =
        tenant.post(
            "/v1/teams",
            "{\"name\":\"Site Reliability\",\"users\":[\"bob@x.test\"],\"description\":\"d\"}");
    assertThat(created.status()).isEqualTo(200);
    assertThat(created.at("/team/provider").stringValue()).isEqualTo("port");
    assertThat(Json.text(created.at("/team/users"))).isEqualTo("[\"bob@x.test\"]");
    assertThat(members("Site%20Reliability")).containsExactly("bob@x.test");

    var replaced =
        tenant.put("/v1/teams/Site%20Reliability", "{\"name\":\"SRE\",\"users\":[\"EVE@x.test\"]}");
    assertThat(replaced.status()).isEqualTo(200);
    assertThat(replaced.at("/team/description").isNull()).isTrue();
    assertThat(members("SRE")).containsExactly("eve@x.test");
    var identifier = "Site_Reliability";
    assertThat(
            tenant
                .get("/v1/blueprints/_team/entities/" + identifier)
                .at("/entity/title")
                .stringValue())
        .isEqualTo("SRE");

    var unknown = tenant.patch("/v1/teams/SRE", "{\"users\":[\"ghost@x.test\"]}");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(members("SRE")).containsExactly("eve@x.test");
    assertThat(tenant.post("/v1/teams", "{\"name\":\"SRE\"}").status()).isEqualTo(409);
    assertThat(tenant.post("/v1/teams", "{\"name\":\"NN\",\"description\":null}").status())
        .isEqualTo(422);

    assertThat(tenant.delete("/v1/teams/SRE").status()).isEqualTo(200);
    assertThat(tenant.get("/v1/teams/SRE").status()).isEqualTo(404);
    assertThat(tenant.get("/v1/blueprints/_team/entities/" + identifier).status()).isEqualTo(404);
    assertThat(Json.text(tenant.get("/v1/users/eve@x.test").at("/user/teamsIdentifiers")))
        .isEqualTo("[]");
  }

  private List<String> members(String team) {
    var members = new ArrayList<String>();
    tenant
        .get("/v1/teams/" + team + "?fields=name&fields=users.email")
        .at("/team/users")
        .values()
        .forEach(user -> members.add(user.path("email").stringValue()));
    return members;
  }

  @Test
  void saysWhoACallerIsInAnyCase() {
    var answer = tenant.get("/internal/callers/ADA@x.test");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/caller/email").stringValue()).isEqualTo("Ada@x.test");
    assertThat(answer.at("/caller/status").stringValue()).isEqualTo("Active");
    assertThat(answer.at("/caller/kind").stringValue()).isEqualTo("USER");
    assertThat(Json.text(answer.at("/caller/roles"))).isEqualTo("[\"Admin\"]");
    assertThat(answer.at("/caller/userId")).isEqualTo(answer.at("/caller/user/id"));
    assertThat(tenant.get("/internal/callers/ghost@x.test").status()).isEqualTo(404);
  }

  @Test
  void resolvesUsersRolesAndTeamsToThoseWhoMayAct() {
    tenant.post("/v1/teams", "{\"name\":\"Platform\"}");
    invite("bob@x.test", "\"roles\":[],\"teams\":[\"Platform\"]");
    invite("eve@x.test", "\"roles\":[],\"teams\":[\"Platform\"]");
    tenant.patch(
        "/v1/blueprints/_user/entities/eve@x.test", "{\"properties\":{\"status\":\"Disabled\"}}");

    assertThat(resolved("{\"teams\":[\"Platform\"]}")).containsExactly("bob@x.test");
    assertThat(resolved("{\"roles\":[\"Admin\"]}")).containsExactly("Ada@x.test");
    assertThat(resolved("{\"users\":[\"BOB@x.test\",\"eve@x.test\"],\"roles\":[\"Admin\"]}"))
        .containsExactly("Ada@x.test", "bob@x.test");
    assertThat(resolved("{\"users\":[],\"roles\":[],\"teams\":[]}")).isEmpty();
  }

  private List<String> resolved(String body) {
    var emails = new ArrayList<String>();
    tenant
        .post("/internal/people/resolve", body)
        .at("/people")
        .values()
        .forEach(person -> emails.add(person.path("email").stringValue()));
    return emails;
  }

  @Test
  void nobodyChangesTheirOwnStatusAndOnlyAdminsTouchPeople() {
    var ada = tenant.as(tenant.person("ada@x.test", "Admin"));
    var path = "/v1/blueprints/_user/entities/ada@x.test";
    assertThat(ada.patch(path, "{\"properties\":{\"status\":\"Disabled\"}}").status())
        .isEqualTo(403);
    assertThat(ada.patch(path, "{\"title\":\"Ada Lovelace\"}").status()).isEqualTo(200);
    assertThat(tenant.get("/v1/users/ada@x.test").at("/user/lastName").stringValue())
        .isEqualTo("Lovelace");
    assertThat(ada.patch(path, "{\"identifier\":\"other@x.test\"}").error())
        .isEqualTo("protected_entity");

    var moderator = tenant.as(tenant.person("m@x.test", "Member", "_user-moderator"));
    assertThat(
            moderator.post("/v1/users/invite", "{\"invitee\":{\"email\":\"z@x.test\"}}").status())
        .isEqualTo(403);
    assertThat(moderator.patch(path, "{\"title\":\"x\"}").status()).isEqualTo(403);
    assertThat(moderator.get("/v1/users").at("/users").size()).isEqualTo(1);
  }

  @Test
  void aUserWithoutStatusIsStaged() {
    tenant.entity("_user", "{\"identifier\":\"new@x.test\"}");

    assertThat(tenant.get("/v1/users/new@x.test").at("/user/status").stringValue())
        .isEqualTo("STAGED");
    assertThat(resolved("{\"users\":[\"new@x.test\"]}")).isEmpty();
  }

  private Answer invite(String email, String members) {
    return tenant.post(
        "/v1/users/invite", "{\"invitee\":{\"email\":\"" + email + "\"," + members + "}}");
  }
}
