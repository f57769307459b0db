package io.slipway.catalog.blueprint;

import static io.slipway.catalog.CatalogUnderTest.HOUSE;
import static io.slipway.catalog.CatalogUnderTest.PROBE;
import static io.slipway.catalog.CatalogUnderTest.inPath;
import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.catalog.CatalogUnderTest.Tenant;
import io.slipway.chassis.json.Json;
import io.slipway.events.DefinitionChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class BlueprintsIT {
  private static final String SERVICE =
      """
      {"title":"Service","identifier":"service","icon":"Microservice","description":"",
       "schema":{"properties":{
          "language":{"type":"string","enum":["java","go"],"enumColors":{"java":"blue","go":"red"},"x-foo":{"b":1,"a":2}},
          "price":{"type":"number","default":5.0,"minimum":-1.50},
          "anything":{"type":"array"}},
        "required":["language"]},
       "mirrorProperties":{},"calculationProperties":{},"relations":{"parts":{"title":"Parts","target":"service","many":true}}}
      """;

  private final Tenant tenant = tenant();

  @Test
  void echoesExactlyWhatWasSentAndOnlyAddsWhatTheServerKnows() {
    var created = tenant.post("/v1/blueprints", SERVICE);
    var read = tenant.get("/v1/blueprints/service");

    assertThat(created.status()).isEqualTo(201);
    assertThat(read.body()).isEqualTo(created.body());
    var sent = Json.object(SERVICE);
    var shown = (ObjectNode) read.at("/blueprint").deepCopy();
    assertThat(shown.get("id").stringValue()).matches("bp_[A-Za-z0-9]{16}");
    for (var meta : List.of("id", "createdAt", "createdBy", "updatedAt", "updatedBy")) {
      assertThat(shown.remove(meta)).as(meta).isNotNull();
    }
    assertThat(Json.text(shown)).isEqualTo(Json.text(sent));
  }

  @Test
  void puttingBackWhatWasReadChangesNothing() {
    tenant.blueprint(SERVICE);
    var read = tenant.get("/v1/blueprints/service");

    var put = tenant.put("/v1/blueprints/service", Json.text(read.at("/blueprint")));

    assertThat(put.status()).isEqualTo(200);
    assertThat(Json.text(put.body())).isEqualTo(Json.text(read.body()));
    var id = read.at("/blueprint/id").stringValue();
    tenant.delete("/v1/blueprints/service");
    var said = PROBE.awaitEvents(HOUSE.topics().blueprintChanged(), id, 2);
    assertThat(said)
        .extracting(event -> event.getChange())
        .containsExactly(DefinitionChange.CREATE, DefinitionChange.DELETE);
  }

  @Test
  void refusesAnIdentifierThatExists() {
    tenant.blueprint(SERVICE);

    var again = tenant.post("/v1/blueprints", SERVICE);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.error()).isEqualTo("identifier_taken");
  }

  @Test
  void takesLettersOfAnyAlphabetAndSlashesInIdentifiers() {
    var body = "{\"identifier\":\"тест/α:1\",\"title\":\"T\",\"schema\":{\"properties\":{}}}";

    assertThat(tenant.post("/v1/blueprints", body).status()).isEqualTo(201);
    assertThat(tenant.get("/v1/blueprints/" + inPath("тест/α:1")).status()).isEqualTo(200);
  }

  @Test
  void refusesARelationToABlueprintThatDoesNotExist() {
    var answer =
        tenant.post(
            "/v1/blueprints",
            """
            {"identifier":"a","title":"A","schema":{"properties":{}},"relations":{"r":{"target":"nowhere"}}}
            """);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error()).isEqualTo("not_found");
    assertThat(answer.message()).contains("was not found").contains("nowhere");
    assertThat(answer.at("/details/resource").stringValue()).isEqualTo("Blueprint");
    assertThat(tenant.get("/v1/blueprints/a").status()).isEqualTo(404);
  }

  @Test
  void putRemovesWhatItLacksAndPatchKeepsIt() {
    tenant.blueprint(SERVICE);

    var patched =
        tenant.patch(
            "/v1/blueprints/service",
            """
            {"title":"Renamed","schema":{"properties":{"extra":{"type":"boolean"},"language":{"enum":["java"]}}}}
            """);
    assertThat(patched.at("/blueprint/title").stringValue()).isEqualTo("Renamed");
    assertThat(patched.at("/blueprint/icon").stringValue()).isEqualTo("Microservice");
    assertThat(patched.at("/blueprint/schema/properties").propertyNames())
        .containsExactly("language", "price", "anything", "extra");
    assertThat(patched.at("/blueprint/schema/properties/language/type").stringValue())
        .isEqualTo("string");

    var put =
        tenant.put("/v1/blueprints/service", "{\"title\":\"Bare\",\"schema\":{\"properties\":{}}}");
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.at("/blueprint").propertyNames())
        .containsExactlyInAnyOrder(
            "identifier",
            "title",
            "schema",
            "id",
            "createdAt",
            "createdBy",
            "updatedAt",
            "updatedBy");
  }

  @Test
  void aTypeChangesOnlyByRemovingThePropertyAndItsValues() {
    tenant.blueprint(
        """
        {"identifier":"t","title":"T","schema":{"properties":{"n":{"type":"string"},"keep":{"type":"number"}}}}
        """);
    tenant.entity("t", "{\"identifier\":\"e\",\"properties\":{\"n\":\"one\",\"keep\":5.0}}");
    var asNumber =
        "{\"title\":\"T\",\"schema\":{\"properties\":{\"n\":{\"type\":\"number\"},\"keep\":{\"type\":\"number\"}}}}";

    assertThat(tenant.put("/v1/blueprints/t", asNumber).status()).isEqualTo(422);
    var without = "{\"title\":\"T\",\"schema\":{\"properties\":{\"keep\":{\"type\":\"number\"}}}}";
    assertThat(tenant.put("/v1/blueprints/t", without).status()).isEqualTo(200);
    assertThat(tenant.put("/v1/blueprints/t", asNumber).status()).isEqualTo(200);

    var properties = tenant.get("/v1/blueprints/t/entities/e").at("/entity/properties");
    assertThat(Json.text(properties)).isEqualTo("{\"n\":null,\"keep\":5.0}");
  }

  @Test
  void followsARename() {
    tenant.blueprint(SERVICE);
    tenant.blueprint(
        """
        {"identifier":"user","title":"U","schema":{"properties":{}},"relations":{"uses":{"target":"service"}}}
        """);
    tenant.entity("service", "{\"identifier\":\"s1\",\"properties\":{\"language\":\"java\"}}");
    var id = tenant.get("/v1/blueprints/service").at("/blueprint/id").stringValue();

    var renamed =
        tenant.put(
            "/v1/blueprints/service",
            SERVICE.replace("\"identifier\":\"service\"", "\"identifier\":\"svc\""));

    assertThat(renamed.status()).isEqualTo(200);
    assertThat(renamed.at("/blueprint/relations/parts/target").stringValue()).isEqualTo("svc");
    assertThat(tenant.get("/v1/blueprints/service").status()).isEqualTo(404);
    assertThat(tenant.get("/v1/blueprints/svc/entities/s1").at("/entity/blueprint").stringValue())
        .isEqualTo("svc");
    assertThat(
            tenant.get("/v1/blueprints/user").at("/blueprint/relations/uses/target").stringValue())
        .isEqualTo("svc");
    var said = PROBE.awaitEvents(HOUSE.topics().blueprintChanged(), id, 2).getLast();
    assertThat(said.getChange()).isEqualTo(DefinitionChange.RENAME);
    assertThat(said.getPreviousIdentifier()).isEqualTo("service");
    assertThat(said.getIdentifier()).isEqualTo("svc");
  }

  @Test
  void doesNotDeleteWhatHasEntitiesOrIsATarget() {
    tenant.blueprint(SERVICE);
    tenant.blueprint(
        """
        {"identifier":"user","title":"U","schema":{"properties":{}},"relations":{"uses":{"target":"service"}}}
        """);
    tenant.entity("service", "{\"identifier\":\"s1\",\"properties\":{\"language\":\"java\"}}");
    tenant.entity("service", "{\"identifier\":\"s2\",\"properties\":{\"language\":\"go\"}}");

    var withEntities = tenant.delete("/v1/blueprints/service");
    assertThat(withEntities.status()).isEqualTo(422);
    assertThat(withEntities.error()).isEqualTo("has_dependents");
    assertThat(withEntities.at("/details/entitiesCount").intValue()).isEqualTo(2);
    assertThat(tenant.get("/v1/blueprints/service/entities-count").at("/count").intValue())
        .isEqualTo(2);

    tenant.delete("/v1/blueprints/service/entities/s1");
    tenant.delete("/v1/blueprints/service/entities/s2");
    var asTarget = tenant.delete("/v1/blueprints/service");
    assertThat(asTarget.error()).isEqualTo("has_dependents");
    assertThat(asTarget.at("/details/blueprints/0").stringValue()).isEqualTo("user");

    assertThat(tenant.delete("/v1/blueprints/user").status()).isEqualTo(200);
    assertThat(tenant.delete("/v1/blueprints/service").at("/ok").booleanValue()).isTrue();
  }

  @Test
  void narrowingARelationIsRefusedWhileAnEntityLinksToSeveral() {
    tenant.blueprint(SERVICE);
    tenant.entity("service", "{\"identifier\":\"a\",\"properties\":{\"language\":\"go\"}}");
    tenant.entity(
        "service",
        "{\"identifier\":\"b\",\"properties\":{\"language\":\"go\"},\"relations\":{\"parts\":[\"a\",\"b\"]}}");
    var single = "{\"relations\":{\"parts\":{\"target\":\"service\",\"many\":false}}}";

    assertThat(tenant.patch("/v1/blueprints/service", single).status()).isEqualTo(422);
    tenant.patch("/v1/blueprints/service/entities/b", "{\"relations\":{\"parts\":[\"b\"]}}");
    assertThat(tenant.patch("/v1/blueprints/service", single).status()).isEqualTo(200);

    assertThat(
            tenant
                .get("/v1/blueprints/service/entities/b")
                .at("/entity/relations/parts")
                .stringValue())
        .isEqualTo("b");
  }

  @Test
  void protectsWhatIsBuiltIn() {
    assertThat(tenant.delete("/v1/blueprints/_user").error()).isEqualTo("protected_resource");
    var stripped =
        tenant.put("/v1/blueprints/_user", "{\"title\":\"User\",\"schema\":{\"properties\":{}}}");
    assertThat(stripped.status()).isEqualTo(422);
    assertThat(stripped.error()).isEqualTo("protected_blueprint_violation");

    var extended =
        tenant.patch(
            "/v1/blueprints/_team",
            "{\"schema\":{\"properties\":{\"slack\":{\"type\":\"string\"}}}}");
    assertThat(extended.status()).isEqualTo(200);
    var structure = tenant.get("/v1/blueprints/system/_team/structure");
    assertThat(structure.at("/blueprint/schema/properties").propertyNames())
        .containsExactly("description");
  }

  @Test
  void onlyAdminsMakeBlueprintsAndEverybodyReadsThem() {
    var member = tenant.asMember("bob@x.test");
    assertThat(member.post("/v1/blueprints", SERVICE).status()).isEqualTo(403);

    tenant.blueprint(SERVICE);
    assertThat(member.get("/v1/blueprints/service").status()).isEqualTo(200);
    assertThat(member.patch("/v1/blueprints/service", "{\"title\":\"x\"}").error())
        .isEqualTo("forbidden");
    var moderator = tenant.as(tenant.person("mia@x.test", "Member", "service-moderator"));
    assertThat(moderator.patch("/v1/blueprints/service", "{\"title\":\"x\"}").status())
        .isEqualTo(200);
  }

  @Test
  void moderatorsFollowTheirBlueprintAndLoseTheirRoleWithIt() {
    tenant.blueprint(SERVICE);
    tenant.entity(
        "_user",
        """
        {"identifier":"mia@x.test","properties":{"moderated_blueprints":["other","service"],"port_role":"Moderator"}}
        """);

    tenant.patch("/v1/blueprints/service", "{\"identifier\":\"svc\"}");
    assertThat(roles("mia@x.test"))
        .isEqualTo("[{\"name\":\"other-moderator\"},{\"name\":\"svc-moderator\"}]");

    tenant.delete("/v1/blueprints/svc");
    assertThat(roles("mia@x.test")).isEqualTo("[{\"name\":\"other-moderator\"}]");
  }

  private String roles(String email) {
    return Json.text(tenant.get("/v1/users/" + email).at("/user/roles"));
  }

  @Test
  void refusalsAreKeptInTheAuditLog() {
    tenant.asMember("bob@x.test").post("/v1/blueprints", SERVICE);
    tenant.post("/v1/blueprints", SERVICE.replace("\"array\"", "\"date\""));
    tenant.delete("/v1/blueprints/_user");

    var refused = tenant.audits("resources=blueprint&status=FAILURE");
    assertThat(refused)
        .extracting(audit -> audit.path("action").stringValue())
        .containsExactly("DELETE", "CREATE", "CREATE");
    assertThat(refused.getLast().at("/trigger/by/user/email").stringValue())
        .isEqualTo("bob@x.test");
  }

  @Test
  void organisationsDoNotMeet() {
    tenant.blueprint(SERVICE);
    var other = tenant();

    assertThat(other.get("/v1/blueprints/service").status()).isEqualTo(404);
    assertThat(other.post("/v1/blueprints", SERVICE).status()).isEqualTo(201);
    var names = new ArrayList<String>();
    other
        .get("/v1/blueprints")
        .at("/blueprints")
        .values()
        .forEach(blueprint -> names.add(blueprint.path("identifier").asString()));
    assertThat(names).containsExactly("_user", "_team", "service");
  }

  @Test
  void answersMalformedAndMisshapenBodiesInTheContractsWay() {
    assertThat(tenant.post("/v1/blueprints", "{\"identifier\":").status()).isEqualTo(400);
    assertThat(tenant.post("/v1/blueprints", "[]").status()).isEqualTo(422);
    var nul = tenant.post("/v1/blueprints", SERVICE.replace("Parts", "Pa\\u0000rts"));
    assertThat(nul.status()).isEqualTo(422);
  }
}
