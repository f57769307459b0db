package io.slipway.catalog.blueprint;

import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.catalog.CatalogUnderTest.Tenant;
import io.slipway.chassis.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Renaming a part of a blueprint, and everything that names it. */
class RenamesIT {
  private final Tenant tenant = tenant();

  @BeforeEach
  void blueprints() {
    tenant.blueprint(
        """
        {"identifier":"domain","title":"Domain",
         "schema":{"properties":{"a":{"type":"string"},"b":{"type":"number"}},"required":["a"]},
         "mirrorProperties":{}}
        """);
    tenant.blueprint(
        """
        {"identifier":"system","title":"System","schema":{"properties":{}},
         "mirrorProperties":{"far":{"title":"Far","path":"domain.a"},"name":{"path":"domain.$title"}},
         "ownership":{"type":"Inherited","path":"domain"},
         "relations":{"domain":{"target":"domain"},"other":{"target":"domain"}}}
        """);
    tenant.entity("domain", "{\"identifier\":\"d\",\"properties\":{\"a\":\"x\",\"b\":5.0}}");
    tenant.entity("system", "{\"identifier\":\"s\",\"relations\":{\"domain\":\"d\"}}");
  }

  @Test
  void aPropertyKeepsItsValuesAndIsFollowed() {
    tenant.patch(
        "/v1/blueprints/domain/permissions",
        "{\"entities\":{\"updateProperties\":{\"a\":{\"roles\":[\"Member\"]}}}}");
    tenant.post(
        "/v1/blueprints/domain/scorecards",
        """
        {"identifier":"sc","title":"S","rules":[{"identifier":"r","title":"R","level":"Gold",
         "query":{"combinator":"and","conditions":[{"property":"a","operator":"isNotEmpty"}]}}]}
        """);

    var renamed =
        tenant.patch(
            "/v1/blueprints/domain/properties/a/rename", "{\"newPropertyName\":\"label\"}");

    assertThat(renamed.status()).isEqualTo(200);
    assertThat(Json.text(renamed.at("/blueprint/schema")))
        .isEqualTo(
            "{\"properties\":{\"label\":{\"type\":\"string\"},\"b\":{\"type\":\"number\"}},"
                + "\"required\":[\"label\"]}");
    assertThat(Json.text(tenant.get("/v1/blueprints/domain/entities/d").at("/entity/properties")))
        .isEqualTo("{\"label\":\"x\",\"b\":5.0}");
    assertThat(
            tenant
                .get("/v1/blueprints/system")
                .at("/blueprint/mirrorProperties/far/path")
                .stringValue())
        .isEqualTo("domain.label");
    assertThat(
            tenant
                .get("/v1/blueprints/domain/scorecards/sc")
                .at("/scorecard/rules/0/query/conditions/0/property")
                .stringValue())
        .isEqualTo("label");
    var permissions =
        tenant
            .get("/v1/blueprints/domain/permissions")
            .at("/permissions/entities/updateProperties");
    assertThat(permissions.has("a")).isFalse();
    assertThat(Json.text(permissions.at("/label/roles"))).isEqualTo("[\"Member\"]");
  }

  @Test
  void aRelationKeepsItsLinksAndIsFollowed() {
    var renamed =
        tenant.patch(
            "/v1/blueprints/system/relations/domain/rename",
            "{\"newRelationIdentifier\":\"home\"}");

    assertThat(renamed.status()).isEqualTo(200);
    assertThat(renamed.at("/blueprint/relations").propertyNames()).containsExactly("home", "other");
    assertThat(renamed.at("/blueprint/mirrorProperties/far/path").stringValue())
        .isEqualTo("home.a");
    assertThat(renamed.at("/blueprint/ownership/path").stringValue()).isEqualTo("home");
    assertThat(Json.text(tenant.get("/v1/blueprints/system/entities/s").at("/entity/relations")))
        .isEqualTo("{\"home\":\"d\",\"other\":null}");
  }

  @Test
  void aMirrorIsRenamed() {
    var renamed =
        tenant.patch("/v1/blueprints/system/mirror/far/rename", "{\"newMirrorName\":\"distant\"}");

    assertThat(renamed.at("/blueprint/mirrorProperties").propertyNames())
        .containsExactly("distant", "name");
  }

  @Test
  void refusesNamesThatAreTakenUnknownOrNoNames() {
    var path = "/v1/blueprints/domain/properties/";
    assertThat(tenant.patch(path + "a/rename", "{\"newPropertyName\":\"b\"}").status())
        .isEqualTo(422);
    assertThat(tenant.patch(path + "ghost/rename", "{\"newPropertyName\":\"c\"}").status())
        .isEqualTo(404);
    var noName = tenant.patch(path + "a/rename", "{\"newPropertyName\":\"a b\"}");
    assertThat(noName.status()).isEqualTo(422);
    assertThat(noName.at("/details/errors/0/path").stringValue()).isEqualTo("/newPropertyName");
    assertThat(tenant.patch(path + "a/rename", "{\"name\":\"c\"}").status()).isEqualTo(422);
    assertThat(
            tenant
                .patch("/v1/blueprints/none/properties/a/rename", "{\"newPropertyName\":\"c\"}")
                .status())
        .isEqualTo(404);
    assertThat(
            tenant
                .asMember("bob@x.test")
                .patch(path + "a/rename", "{\"newPropertyName\":\"c\"}")
                .status())
        .isEqualTo(403);
  }
}
