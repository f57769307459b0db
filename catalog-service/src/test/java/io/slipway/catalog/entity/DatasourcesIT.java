package io.slipway.catalog.entity;

import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.catalog.CatalogUnderTest.Tenant;
import io.slipway.chassis.json.Json;
import org.junit.jupiter.api.Test;

class DatasourcesIT {
  private static final String PATH = "/v1/blueprints/entities/datasource-entities";

  private final Tenant tenant = tenant();

  @Test
  void tellsAProgramWhatItWrotePageByPage() {
    tenant.blueprint("{\"identifier\":\"b\",\"title\":\"B\",\"schema\":{\"properties\":{}}}");
    for (var name : new String[] {"x", "y", "z"}) {
      tenant.entity("b", "{\"identifier\":\"" + name + "\"}");
    }
    var asked = "\"datasource_prefix\":\"catalog-\",\"datasource_suffix\":\"/1\"";

    var first = tenant.post(PATH, "{" + asked + ",\"limit\":2}");
    var second =
        tenant.post(
            PATH, "{" + asked + ",\"limit\":2,\"from\":\"" + first.at("/next").asString() + "\"}");

    assertThat(Json.text(first.at("/entities")))
        .isEqualTo(
            "[{\"identifier\":\"x\",\"blueprint\":\"b\"},{\"identifier\":\"y\",\"blueprint\":\"b\"}]");
    assertThat(second.at("/entities/0/identifier").stringValue()).isEqualTo("z");
    assertThat(second.body().has("next")).isFalse();
    assertThat(tenant.post(PATH, "{" + asked + "}").at("/entities").size()).isEqualTo(3);
    var old = tenant.post(PATH, "{" + asked + ",\"before\":\"2020-01-01T00:00:00Z\"}");
    assertThat(old.at("/entities").size()).isZero();
    var other =
        tenant.post(PATH, "{\"datasource_prefix\":\"port-ocean/\",\"datasource_suffix\":\"\"}");
    assertThat(other.at("/entities").size()).isZero();
    assertThat(tenant.post(PATH, "{}").status()).isEqualTo(422);
    assertThat(tenant.asMember("bob@x.test").post(PATH, "{" + asked + "}").status()).isEqualTo(403);
  }
}
