package io.slipway.catalog.entity;

import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.catalog.CatalogUnderTest.Tenant;
import io.slipway.chassis.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InheritedTeamsIT {
  private final Tenant tenant = tenant();

  @BeforeEach
  void catalog() {
    tenant.post("/v1/teams", "{\"name\":\"red\"}");
    tenant.post("/v1/teams", "{\"name\":\"blue\"}");
    blueprint("domain", "\"ownership\":{\"type\":\"Direct\"}");
    blueprint("system", "\"relations\":{\"domain\":{\"target\":\"domain\"}}");
    blueprint(
        "service",
        "\"relations\":{\"system\":{\"target\":\"system\"},\"all\":{\"target\":\"system\",\"many\":true}},"
            + "\"ownership\":{\"type\":\"Inherited\",\"path\":\"system.domain\"}");
    tenant.entity("domain", "{\"identifier\":\"d\",\"team\":[\"red\"]}");
    tenant.entity("domain", "{\"identifier\":\"d2\",\"team\":[\"blue\",\"red\"]}");
    tenant.entity("system", "{\"identifier\":\"y\",\"relations\":{\"domain\":\"d\"}}");
    tenant.entity("service", "{\"identifier\":\"s\",\"relations\":{\"system\":\"y\"}}");
  }

  private void blueprint(String identifier, String more) {
    tenant.blueprint(
        "{\"identifier\":\"%s\",\"title\":\"T\",\"schema\":{\"properties\":{}},%s}"
            .formatted(identifier, more));
  }

  @Test
  void theTeamIsThatOfTheEntityAtTheEndOfThePathAndFollowsIt() {
    assertThat(team()).isEqualTo("[\"red\"]");

    tenant.patch("/v1/blueprints/domain/entities/d", "{\"team\":[\"blue\"]}");
    assertThat(team()).as("the owner has another team").isEqualTo("[\"blue\"]");

    tenant.patch("/v1/blueprints/system/entities/y", "{\"relations\":{\"domain\":\"d2\"}}");
    assertThat(team()).as("the path leads elsewhere").isEqualTo("[\"blue\",\"red\"]");

    tenant.delete("/v1/teams/red");
    assertThat(team()).as("a team is no more").isEqualTo("[\"blue\"]");

    tenant.delete("/v1/blueprints/domain/entities/d2");
    assertThat(team()).as("the owner is no more").isEqualTo("[]");

    tenant.patch("/v1/blueprints/service/entities/s", "{\"relations\":{\"system\":null}}");
    assertThat(team()).isEqualTo("[]");
  }

  @Test
  void anInheritedTeamIsFoundBySearchingAndCannotBeWritten() {
    var found =
        tenant.post(
            "/v1/entities/search",
            "{\"combinator\":\"and\",\"rules\":[{\"property\":\"$team\",\"operator\":\"=\",\"value\":\"red\"},"
                + "{\"property\":\"$blueprint\",\"operator\":\"=\",\"value\":\"service\"}]}");
    assertThat(found.at("/entities/0/identifier").stringValue()).isEqualTo("s");

    var written = tenant.patch("/v1/blueprints/service/entities/s", "{\"team\":[\"blue\"]}");
    assertThat(written.status()).isEqualTo(422);
    assertThat(written.error()).isEqualTo("inherited_ownership_enabled");
  }

  @Test
  void aPathMustLeadToOwners() {
    for (var path : new String[] {"none", "all.domain", "system.none", "system."}) {
      var refused =
          tenant.patch(
              "/v1/blueprints/service",
              "{\"ownership\":{\"type\":\"Inherited\",\"path\":\"" + path + "\"}}");
      assertThat(refused.error()).as(path).isEqualTo("invalid_inherited_ownership_path");
      assertThat(refused.status()).isEqualTo(422);
    }
  }

  @Test
  void entitiesThatWereThereFollowANewPath() {
    tenant.patch("/v1/blueprints/service", "{\"ownership\":null}");
    tenant.patch("/v1/blueprints/service/entities/s", "{\"team\":[\"blue\"]}");
    assertThat(team()).isEqualTo("[\"blue\"]");

    tenant.patch(
        "/v1/blueprints/service",
        "{\"ownership\":{\"type\":\"Inherited\",\"path\":\"system.domain\",\"title\":\"Owners\"}}");

    assertThat(team()).isEqualTo("[\"red\"]");
  }

  private String team() {
    return Json.text(tenant.get("/v1/blueprints/service/entities/s").at("/entity/team"));
  }
}
