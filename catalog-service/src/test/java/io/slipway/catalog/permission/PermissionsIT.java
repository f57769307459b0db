package io.slipway.catalog.permission;

import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.catalog.CatalogUnderTest.Answer;
import io.slipway.catalog.CatalogUnderTest.Tenant;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PermissionsIT {
  private static final String PERMISSIONS = "/v1/blueprints/service/permissions";
  private static final String ENTITIES = "/v1/blueprints/service/entities";

  private final Tenant tenant = tenant();
  private final Tenant bob = tenant.as(member("bob@x.test", "red"));

  @BeforeEach
  void catalog() {
    tenant.post("/v1/teams", "{\"name\":\"red\"}");
    tenant.post("/v1/teams", "{\"name\":\"blue\"}");
    tenant.patch(
        "/v1/blueprints/_team", "{\"schema\":{\"properties\":{\"region\":{\"type\":\"string\"}}}}");
    tenant.patch("/v1/blueprints/_team/entities/red", "{\"properties\":{\"region\":\"eu\"}}");
    tenant.entity("_user", "{\"identifier\":\"bob@x.test\",\"team\":[\"red\"]}");
    tenant.blueprint(
        """
        {"identifier":"service","title":"Service",
         "schema":{"properties":{"language":{"type":"string"},"region":{"type":"string"}}},
         "mirrorProperties":{"far":{"path":"uses.$title"}},
         "relations":{"uses":{"target":"service"}}}
        """);
    tenant.entity(
        "service",
        "{\"identifier\":\"mine\",\"team\":[\"red\"],\"properties\":{\"language\":\"java\",\"region\":\"us\"}}");
    tenant.entity(
        "service",
        "{\"identifier\":\"other\",\"team\":[\"blue\"],\"properties\":{\"region\":\"eu\"}}");
  }

  private Caller member(String email, String... teams) {
    return new Caller(
        tenant.organization(),
        "user_" + email,
        Caller.Kind.USER,
        email,
        Set.of("Member"),
        Set.of(teams),
        "UI",
        null);
  }

  @Test
  void aNewBlueprintHasTheDefaults() {
    var block =
        "{\"users\":[],\"roles\":[\"Admin\",\"service-moderator\"],\"teams\":[],\"ownedByTeam\":false}";
    var read =
        "{\"users\":[],\"roles\":[\"Admin\",\"service-moderator\",\"Member\"],\"teams\":[],\"ownedByTeam\":false,\"policy\":null}";

    assertThat(Json.text(tenant.get(PERMISSIONS).at("/permissions")))
        .isEqualTo(
            ("{'entities':{'read':%s,'register':B,'update':B,'unregister':B,"
                    + "'updateProperties':{'language':B,'region':B,'$identifier':B,'$title':B,'$icon':B,'$team':B},"
                    + "'updateRelations':{'uses':B}}}")
                .replace('\'', '"')
                .replace("B", block)
                .replace("%s", read));
  }

  @Test
  void aBlockTakesThePlaceOfTheOneBeforeAndNoOtherChanges() {
    var before = tenant.get(PERMISSIONS).at("/permissions/entities");
    var changed =
        allow("'update':{'users':['bob@x.test'],'roles':[],'teams':['blue'],'ownedByTeam':true}");

    assertThat(changed.status()).isEqualTo(200);
    var after = changed.at("/permissions/entities");
    assertThat(Json.text(after.path("update")))
        .isEqualTo(
            "{\"users\":[\"bob@x.test\"],\"roles\":[],\"teams\":[\"blue\"],\"ownedByTeam\":true}");
    for (var other : List.of("read", "register", "unregister", "updateProperties")) {
      assertThat(Json.text(after.path(other))).isEqualTo(Json.text(before.path(other)));
    }
    assertThat(tenant.get(PERMISSIONS).at("/permissions/entities")).isEqualTo(after);
  }

  @Test
  void namesTheFieldsUsersTeamsAndRolesThatThereAreNot() {
    var ghost = allow("'updateProperties':{'ghost':{'roles':[]}},'updateRelations':{'none':{}}");
    assertThat(ghost.status()).isEqualTo(422);
    assertThat(ghost.error()).isEqualTo("invalid_permissions");
    assertThat(Json.text(ghost.at("/details")))
        .isEqualTo("{\"invalidProperties\":[\"ghost\"],\"invalidRelations\":[\"none\"]}");

    var nobody =
        allow("'update':{'users':['no@x.test'],'teams':['green'],'roles':['x-moderator']}");
    assertThat(nobody.error()).isEqualTo("invalid_permissions");
    assertThat(Json.text(nobody.at("/details")))
        .isEqualTo(
            "{\"invalidUsers\":[\"no@x.test\"],\"invalidTeams\":[\"green\"],\"invalidRoles\":[\"x-moderator\"]}");

    assertThat(allow("'update':{'owners':[]}").at("/details/errors/0/path").stringValue())
        .isEqualTo("/entities/update/owners");
    assertThat(bob.patch(PERMISSIONS, "{\"entities\":{}}").status()).isEqualTo(403);
  }

  @Test
  void registeringIsGivenByRoleAndByTeam() {
    assertThat(bob.post(ENTITIES, "{\"identifier\":\"n\"}").status()).isEqualTo(403);

    allow("'register':{'roles':['Member']}");
    assertThat(
            bob.post(ENTITIES, "{\"identifier\":\"n\",\"properties\":{\"language\":\"go\"}}")
                .status())
        .isEqualTo(201);

    allow("'register':{'ownedByTeam':true}");
    assertThat(bob.post(ENTITIES, "{\"identifier\":\"o\"}").status()).isEqualTo(403);
    assertThat(bob.post(ENTITIES, "{\"identifier\":\"o\",\"team\":\"blue\"}").status())
        .isEqualTo(403);
    assertThat(bob.post(ENTITIES, "{\"identifier\":\"o\",\"team\":\"red\"}").status())
        .isEqualTo(201);
  }

  @Test
  void aRestrictedPropertyGatesRegisteringToo() {
    allow("'register':{'roles':['Member']},'updateProperties':{'region':{'roles':['Admin']}}");

    var refused = bob.post(ENTITIES, "{\"identifier\":\"n\",\"properties\":{\"region\":\"eu\"}}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message()).contains("register").contains("region");
    assertThat(tenant.get(ENTITIES + "/n").status()).isEqualTo(404);
    assertThat(bob.post(ENTITIES, "{\"identifier\":\"n\"}").status()).isEqualTo(201);
  }

  @Test
  void updatingIsGivenByTheOwningTeam() {
    allow("'update':{'ownedByTeam':true}");

    assertThat(bob.patch(ENTITIES + "/mine", "{\"title\":\"M\"}").status()).isEqualTo(200);
    assertThat(bob.patch(ENTITIES + "/other", "{\"title\":\"O\"}").status()).isEqualTo(403);
    assertThat(
            bob.post(
                    ENTITIES + "?upsert=true&merge=true",
                    "{\"identifier\":\"other\",\"title\":\"O\"}")
                .status())
        .isEqualTo(403);
    assertThat(tenant.get(ENTITIES + "/other").at("/entity/title").stringValue())
        .isEqualTo("other");
  }

  @Test
  void singlePropertiesAndRelationsAreGivenOneByOne() {
    allow(
        "'updateProperties':{'language':{'users':['BOB@x.test']}},"
            + "'updateRelations':{'uses':{'teams':['red']}}");
    var both = "{\"properties\":{\"language\":\"go\",\"region\":\"ap\"}}";

    assertThat(bob.patch(ENTITIES + "/mine", "{\"properties\":{\"language\":\"go\"}}").status())
        .isEqualTo(200);
    var refused = bob.patch(ENTITIES + "/mine", both);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message()).contains("\"region\"").doesNotContain("\"language\"");
    assertThat(bob.patch(ENTITIES + "/mine", "{\"relations\":{\"uses\":\"other\"}}").status())
        .isEqualTo(200);
    assertThat(bob.patch(ENTITIES + "/mine", "{\"title\":\"x\"}").status()).isEqualTo(403);
    assertThat(bob.patch(ENTITIES + "/mine", "{\"identifier\":\"x\"}").status()).isEqualTo(403);
    assertThat(tenant.get(ENTITIES + "/mine").at("/entity/properties/region").stringValue())
        .isEqualTo("us");
  }

  @Test
  void unregisteringIsAskedOfEveryEntityThatGoes() {
    tenant.blueprint(
        """
        {"identifier":"part","title":"Part","schema":{"properties":{}},
         "relations":{"of":{"target":"service","required":true}}}
        """);
    tenant.entity("part", "{\"identifier\":\"p\",\"relations\":{\"of\":\"mine\"}}");
    allow("'unregister':{'ownedByTeam':true}");

    assertThat(bob.delete(ENTITIES + "/other").status()).isEqualTo(403);
    assertThat(bob.delete(ENTITIES + "/mine?delete_dependents=true").status()).isEqualTo(403);
    tenant.patch(
        "/v1/blueprints/part/permissions",
        "{\"entities\":{\"unregister\":{\"roles\":[\"Member\"]}}}");
    assertThat(bob.delete(ENTITIES + "/mine?delete_dependents=true").status()).isEqualTo(200);
    assertThat(tenant.get("/v1/blueprints/part/entities/p").status()).isEqualTo(404);
  }

  @Test
  void whoMayNotReadSeesNothingAnywhere() {
    allow("'read':{'roles':['Admin']}");

    assertThat(seen(bob)).isEmpty();
    assertThat(bob.get(ENTITIES + "/mine").status()).isEqualTo(404);
    assertThat(bob.get("/internal/entities/service/mine").status()).isEqualTo(404);
    assertThat(tenant.get(ENTITIES + "/mine").status()).isEqualTo(200);
    assertThat(seen(tenant.as(tenant.person("ada@x.test", "Admin")))).hasSize(2);
  }

  @Test
  void aRightToChangeIsARightToRead() {
    allow("'read':{'roles':['Admin']},'update':{'ownedByTeam':true}");
    assertThat(seen(bob)).containsExactly("mine");
    assertThat(bob.get(ENTITIES + "/other").status()).isEqualTo(404);

    allow("'register':{'users':['bob@x.test']}");
    assertThat(seen(bob)).containsExactly("mine", "other");
  }

  @Test
  void aPolicyShowsExactlyWhatItMatches() {
    allow(
        "'read':{'roles':['Admin'],'policy':{'combinator':'and','rules':[{'property':'region',"
            + "'operator':'=','value':{'context':'userTeams','property':'region'}}]}}");
    assertThat(seen(bob)).containsExactly("other");
    assertThat(bob.get(ENTITIES + "/mine").status()).isEqualTo(404);
    assertThat(seen(tenant.as(member("eve@x.test", "blue")))).isEmpty();

    allow("'read':{'roles':['Admin'],'ownedByTeam':true,'policy':{'combinator':'and','rules':[]}}");
    assertThat(seen(bob)).as("ownedByTeam takes the place of a policy").containsExactly("mine");

    allow(
        "'read':{'roles':['Admin'],'policy':{'combinator':'and','rules':[{'property':"
            + "{'context':'user','property':'$identifier'},'operator':'=','value':'bob@x.test'}]}}");
    assertThat(seen(bob)).containsExactly("mine", "other");
    assertThat(seen(tenant.as(member("eve@x.test", "blue")))).isEmpty();

    allow("'read':{'roles':['Admin'],'policy':{'combinator':'and','rules':[{'nonsense':1}]}}");
    assertThat(seen(bob)).as("what cannot be decided is denied").isEmpty();
  }

  @Test
  void permissionsFollowTheirBlueprint() {
    allow(
        "'update':{'roles':['service-moderator','Member']},'updateRelations':{'uses':{'users':['bob@x.test']}}");

    tenant.patch(
        "/v1/blueprints/service", "{\"identifier\":\"svc\",\"relations\":{\"uses\":null}}");

    var followed = tenant.get("/v1/blueprints/svc/permissions").at("/permissions/entities");
    assertThat(Json.text(followed.at("/update/roles"))).isEqualTo("[\"svc-moderator\",\"Member\"]");
    assertThat(followed.path("updateRelations").isEmpty()).isTrue();
    tenant.patch("/v1/blueprints/svc", "{\"relations\":{\"uses\":{\"target\":\"svc\"}}}");
    assertThat(
            Json.text(
                tenant
                    .get("/v1/blueprints/svc/permissions")
                    .at("/permissions/entities/updateRelations/uses/users")))
        .isEqualTo("[]");
  }

  @Test
  void nobodyButAdminsWritesPeopleWhateverIsSaid() {
    tenant.patch(
        "/v1/blueprints/_user/permissions", "{\"entities\":{\"update\":{\"roles\":[\"Member\"]}}}");

    assertThat(
            bob.patch(
                    "/v1/blueprints/_user/entities/bob@x.test",
                    "{\"properties\":{\"port_role\":\"Admin\"}}")
                .status())
        .isEqualTo(403);
  }

  private Answer allow(String blocks) {
    return tenant.patch(PERMISSIONS, ("{'entities':{" + blocks + "}}").replace('\'', '"'));
  }

  /** What somebody sees, which every way of reading must agree on. */
  private static List<String> seen(Tenant reader) {
    var list = reader.get(ENTITIES);
    assertThat(list.status()).isEqualTo(200);
    var listed = names(list.at("/entities"));
    var everywhere =
        reader.post(
            "/v1/entities/search",
            "{\"combinator\":\"and\",\"rules\":[{\"property\":\"$blueprint\",\"operator\":\"=\",\"value\":\"service\"}]}");
    var within = reader.post(ENTITIES + "/search", "{}");
    assertThat(names(everywhere.at("/entities"))).isEqualTo(listed);
    assertThat(names(within.at("/entities"))).isEqualTo(listed);
    assertThat(reader.get("/v1/blueprints/service/entities-count").at("/count").intValue())
        .isEqualTo(listed.size());
    assertThat(everywhere.at("/matchingBlueprints").size()).isEqualTo(listed.isEmpty() ? 0 : 1);
    return listed;
  }

  private static List<String> names(tools.jackson.databind.JsonNode entities) {
    var names = new ArrayList<String>();
    entities.values().forEach(entity -> names.add(entity.path("identifier").stringValue()));
    return names;
  }
}
