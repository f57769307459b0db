package io.slipway.catalog.entity;

import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.catalog.CatalogUnderTest.Tenant;
import io.slipway.chassis.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches in the place of identifiers. */
class SearchedNamesIT {
  private static final String ENTITIES = "/v1/blueprints/thing/entities";

  private final Tenant tenant = tenant();

  @BeforeEach
  void catalog() {
    tenant.blueprint(
        """
        {"identifier":"thing","title":"Thing","schema":{"properties":{"ext":{"type":"string"}}},
         "relations":{"one":{"target":"thing"},"many":{"target":"thing","many":true}}}
        """);
    tenant.entity("thing", "{\"identifier\":\"a\",\"properties\":{\"ext\":\"1\"}}");
    tenant.entity("thing", "{\"identifier\":\"b\",\"properties\":{\"ext\":\"2\"}}");
    tenant.entity("thing", "{\"identifier\":\"c\",\"properties\":{\"ext\":\"2\"}}");
    tenant.post("/v1/teams", "{\"name\":\"red\"}");
  }

  @Test
  void anIdentifierMustMatchExactlyOne() {
    var one =
        tenant.post(
            ENTITIES + "?upsert=true&merge=true",
            "{\"identifier\":" + ext("1") + ",\"title\":\"found\"}");
    assertThat(one.status()).isEqualTo(201);
    assertThat(one.at("/entity/identifier").stringValue()).isEqualTo("a");
    assertThat(tenant.get(ENTITIES + "/a").at("/entity/title").stringValue()).isEqualTo("found");

    var none = tenant.post(ENTITIES + "?upsert=true", "{\"identifier\":" + ext("3") + "}");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.error()).isEqualTo("not_found");
    var several = tenant.post(ENTITIES + "?upsert=true", "{\"identifier\":" + ext("2") + "}");
    assertThat(several.status()).isEqualTo(422);
    assertThat(several.at("/details/errors/0/path").stringValue()).isEqualTo("/identifier");
    assertThat(tenant.get("/v1/blueprints/thing/entities-count").at("/count").intValue())
        .isEqualTo(3);
  }

  @Test
  void relationsAndTeamsAreFound() {
    var linked =
        tenant.post(
            ENTITIES,
            ("{\"identifier\":\"d\",\"team\":{\"combinator\":\"and\",\"rules\":"
                    + "[{\"property\":\"$title\",\"operator\":\"=\",\"value\":\"red\"}]},"
                    + "\"relations\":{\"one\":%s,\"many\":%s}}")
                .formatted(ext("1"), ext("2")));

    assertThat(linked.status()).isEqualTo(201);
    assertThat(Json.text(linked.at("/entity/relations")))
        .isEqualTo("{\"one\":\"a\",\"many\":[\"b\",\"c\"]}");
    assertThat(Json.text(linked.at("/entity/team"))).isEqualTo("[\"red\"]");
    var nothing =
        tenant.patch(
            ENTITIES + "/d",
            "{\"team\":%s,\"relations\":{\"one\":%s,\"many\":%s}}"
                .formatted(title("none"), ext("9"), ext("9")));
    assertThat(Json.text(nothing.at("/entity/relations"))).isEqualTo("{\"one\":null,\"many\":[]}");
    assertThat(Json.text(nothing.at("/entity/team"))).isEqualTo("[]");
    var several = tenant.patch(ENTITIES + "/d", "{\"relations\":{\"one\":" + ext("2") + "}}");
    assertThat(several.status()).isEqualTo(422);
    assertThat(several.at("/details/errors/0/path").stringValue()).isEqualTo("/relations/one");
  }

  @Test
  void aBulkItemThatIsNotFoundIsUnknown() {
    var mixed =
        tenant.post(
            ENTITIES + "/bulk?upsert=true&merge=true",
            "{\"entities\":[{\"identifier\":" + ext("1") + "},{\"identifier\":" + ext("3") + "}]}");

    assertThat(mixed.status()).isEqualTo(207);
    assertThat(mixed.at("/entities/0/identifier").stringValue()).isEqualTo("a");
    assertThat(mixed.at("/errors/0/identifier").stringValue()).isEqualTo("unknown");
    assertThat(mixed.at("/errors/0/statusCode").intValue()).isEqualTo(404);
  }

  @Test
  void aPathNamesOneEntityAndABodyDoesNotSearchForIt() {
    var put = tenant.put(ENTITIES + "/a", "{\"identifier\":" + ext("2") + "}");

    assertThat(put.status()).isEqualTo(422);
    assertThat(put.at("/details/errors/0/path").stringValue()).isEqualTo("/identifier");
  }

  @Test
  void aTrialMayNameWhatIsNotThereYet() {
    var trial =
        tenant.post(
            ENTITIES + "?validation_only=true&create_missing_related_entities=true",
            "{\"identifier\":\"t\",\"relations\":{\"one\":\"new\"}}");

    assertThat(trial.status()).isEqualTo(200);
    assertThat(trial.at("/entity/relations/one").stringValue()).isEqualTo("new");
    assertThat(tenant.get(ENTITIES + "/new").status()).isEqualTo(404);
  }

  private static String ext(String value) {
    return rule("ext", value);
  }

  private static String title(String value) {
    return rule("$title", value);
  }

  private static String rule(String property, String value) {
    return "{\"combinator\":\"and\",\"rules\":[{\"property\":\""
        + property
        + "\",\"operator\":\"=\",\"value\":\""
        + value
        + "\"}]}";
  }
}
