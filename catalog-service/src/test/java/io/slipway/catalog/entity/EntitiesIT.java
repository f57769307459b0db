package io.slipway.catalog.entity;

import static io.slipway.catalog.CatalogUnderTest.RUNS;
import static io.slipway.catalog.CatalogUnderTest.inPath;
import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.catalog.CatalogUnderTest.Tenant;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntitiesIT {
  private static final String ENTITIES = "/v1/blueprints/system/entities";

  private final Tenant tenant = tenant();

  @BeforeEach
  void blueprints() {
    tenant.blueprint(
        "{\"identifier\":\"domain\",\"title\":\"Domain\",\"schema\":{\"properties\":{}}}");
    tenant.blueprint(
        """
        {"identifier":"system","title":"System",
         "schema":{"properties":{
            "size":{"type":"string","enum":["small","large"],"default":"small"},
            "cost":{"type":"number"},"meta":{"type":"object"},"tags":{"type":"array"},
            "site":{"type":"string","format":"url"}}},
         "relations":{"domain":{"target":"domain","required":true},
                      "parts":{"target":"system","many":true},
                      "backup":{"target":"system"}}}
        """);
    tenant.entity("domain", "{\"identifier\":\"orders\"}");
  }

  @Test
  void showsEveryPropertyAndRelationAndEachValueAsItWasSent() {
    var created =
        tenant.post(
            ENTITIES,
            """
            {"identifier":"a/b:c@d+e=f","properties":{"cost":5.0,"meta":{"z":1,"a":[1.50,1e2]}},
             "relations":{"domain":"orders"}}
            """);

    assertThat(created.status()).isEqualTo(201);
    var read = tenant.get(ENTITIES + "/" + inPath("a/b:c@d+e=f"));
    assertThat(Json.text(read.body())).isEqualTo(Json.text(created.body()));
    assertThat(Json.text(read.at("/entity/properties")))
        .isEqualTo(
            "{\"size\":\"small\",\"cost\":5.0,\"meta\":{\"z\":1,\"a\":[1.50,100]},\"tags\":null,"
                + "\"site\":null}");
    assertThat(Json.text(read.at("/entity/relations")))
        .isEqualTo("{\"domain\":\"orders\",\"parts\":[],\"backup\":null}");
    assertThat(read.at("/entity/title").stringValue()).isEqualTo("a/b:c@d+e=f");
    assertThat(Json.text(read.at("/entity/team"))).isEqualTo("[]");
  }

  @Test
  void readsAPlusInAPathAsASpace() {
    tenant.blueprint("{\"identifier\":\"p\",\"title\":\"P\",\"schema\":{\"properties\":{}}}");
    tenant.entity("p", "{\"identifier\":\"x+y\"}");

    assertThat(tenant.get("/v1/blueprints/p/entities/x%2By").status()).isEqualTo(200);
    var asSpace = tenant.get("//v1/blueprints/p/entities/x+y/");
    assertThat(asSpace.status()).isEqualTo(404);
    assertThat(asSpace.message()).contains("\"x y\"");
  }

  @Test
  void makesAnIdentifierWhereNoneWasSaid() {
    var created = tenant.post(ENTITIES, "{\"relations\":{\"domain\":\"orders\"}}");

    assertThat(created.at("/entity/identifier").stringValue()).matches("e_[A-Za-z0-9]{16}");
  }

  @Test
  void upsertOverwritesAndMergeKeeps() {
    var body =
        """
        {"identifier":"s","title":"S","icon":"I","properties":{"cost":1,"tags":["x"]},
         "relations":{"domain":"orders","parts":["s"]}}
        """;
    var created = tenant.post(ENTITIES, body);
    assertThat(created.status()).isEqualTo(201);
    assertThat(tenant.post(ENTITIES, body).error()).isEqualTo("identifier_taken");

    var merged =
        tenant.post(
            ENTITIES + "?upsert=true&merge=true",
            "{\"identifier\":\"s\",\"properties\":{\"cost\":2}}");
    assertThat(Json.text(merged.at("/entity/properties")))
        .isEqualTo("{\"size\":\"small\",\"cost\":2,\"meta\":null,\"tags\":[\"x\"],\"site\":null}");
    assertThat(Json.text(merged.at("/entity/relations/parts"))).isEqualTo("[\"s\"]");

    var overwritten =
        tenant.post(
            ENTITIES + "?upsert=true",
            "{\"identifier\":\"s\",\"relations\":{\"domain\":\"orders\"}}");
    assertThat(Json.text(overwritten.at("/entity/properties")))
        .isEqualTo("{\"size\":null,\"cost\":null,\"meta\":null,\"tags\":null,\"site\":null}");
    assertThat(overwritten.at("/entity/title").stringValue()).isEqualTo("s");
    assertThat(overwritten.at("/entity/icon").isNull()).isTrue();
    assertThat(Json.text(overwritten.at("/entity/relations/parts"))).isEqualTo("[]");
    assertThat(overwritten.at("/entity/createdAt")).isEqualTo(created.at("/entity/createdAt"));
  }

  @Test
  void patchClearsOnlyWhatIsNull() {
    tenant.entity(
        "system",
        """
        {"identifier":"s","properties":{"cost":1,"tags":["x"]},"relations":{"domain":"orders","parts":["s"]}}
        """);

    var patched =
        tenant.patch(
            ENTITIES + "/s", "{\"properties\":{\"cost\":null},\"relations\":{\"parts\":null}}");

    assertThat(patched.at("/entity/properties/cost").isNull()).isTrue();
    assertThat(Json.text(patched.at("/entity/properties/tags"))).isEqualTo("[\"x\"]");
    assertThat(Json.text(patched.at("/entity/relations")))
        .isEqualTo("{\"domain\":\"orders\",\"parts\":[],\"backup\":null}");
    assertThat(tenant.patch(ENTITIES + "/s", "{\"bogus\":1}").status()).isEqualTo(422);
    assertThat(tenant.patch(ENTITIES + "/none", "{}").status()).isEqualTo(404);
    assertThat(tenant.put(ENTITIES + "/none", "{}").status()).isEqualTo(404);
  }

  @Test
  void namesTheValueThatOffends() {
    var wrongEnum =
        tenant.post(
            ENTITIES, "{\"properties\":{\"size\":\"huge\"},\"relations\":{\"domain\":\"orders\"}}");
    assertThat(wrongEnum.status()).isEqualTo(422);
    assertThat(wrongEnum.message()).startsWith("\"properties.size\" must be equal to one of");
    assertThat(wrongEnum.at("/details/errors/0/path").stringValue()).isEqualTo("/properties/size");

    var wrongType =
        tenant.post(
            ENTITIES, "{\"properties\":{\"size\":5},\"relations\":{\"domain\":\"orders\"}}");
    assertThat(wrongType.error()).isEqualTo("blueprint_schema_mismatch");
    var wrongFormat =
        tenant.post(
            ENTITIES,
            "{\"properties\":{\"site\":\"no url\"},\"relations\":{\"domain\":\"orders\"}}");
    assertThat(wrongFormat.message()).contains("properties.site").contains("url");
    assertThat(tenant.get(ENTITIES).at("/entities").size()).isZero();
    assertThat(tenant.audits("status=FAILURE&resources=entity")).hasSize(3);
  }

  @Test
  void holdsRelationsToWhatExists() {
    var missing = tenant.post(ENTITIES, "{\"identifier\":\"s\"}");
    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.error()).isEqualTo("required_relation");

    var nowhere =
        tenant.post(ENTITIES, "{\"identifier\":\"s\",\"relations\":{\"domain\":\"Nope\"}}");
    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(nowhere.at("/details/resource").stringValue()).isEqualTo("Entity");

    var bogus =
        tenant.post(
            ENTITIES,
            "{\"identifier\":\"s\",\"relations\":{\"domain\":\"orders\",\"bogus\":\"x\"}}");
    assertThat(bogus.status()).isEqualTo(404);
    assertThat(bogus.message()).isEqualTo("Relation with identifier \"bogus\" was not found");

    var made =
        tenant.post(
            ENTITIES + "?create_missing_related_entities=true",
            "{\"identifier\":\"s\",\"relations\":{\"domain\":\"Nope\"}}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(tenant.get("/v1/blueprints/domain/entities/Nope").at("/entity/title").stringValue())
        .isEqualTo("Nope");
  }

  @Test
  void dropsAnUnknownPropertyAndSaysSo() {
    var answer =
        tenant.post(
            ENTITIES,
            "{\"identifier\":\"s\",\"properties\":{\"bogus\":1},\"relations\":{\"domain\":\"orders\"}}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("/warnings/0").stringValue()).contains("bogus");
    assertThat(answer.at("/entity/properties").has("bogus")).isFalse();
  }

  @Test
  void validationOnlyKeepsNothing() {
    var good = "{\"identifier\":\"s\",\"relations\":{\"domain\":\"orders\"}}";
    var bad = "{\"identifier\":\"s\",\"properties\":{\"size\":\"huge\"}}";

    assertThat(tenant.post(ENTITIES + "?validation_only=true", good).status()).isEqualTo(200);
    assertThat(tenant.post(ENTITIES + "?validation_only=true", bad).status()).isEqualTo(422);

    assertThat(tenant.get("/v1/blueprints/system/entities-count").at("/count").intValue()).isZero();
    assertThat(tenant.audits("blueprint=system&resources=entity")).isEmpty();
  }

  @Test
  void renamesAndLinksFollow() {
    tenant.entity("system", "{\"identifier\":\"a\",\"relations\":{\"domain\":\"orders\"}}");
    tenant.entity(
        "system",
        "{\"identifier\":\"b\",\"relations\":{\"domain\":\"orders\",\"backup\":\"a\",\"parts\":[\"b\",\"a\"]}}");

    assertThat(tenant.patch(ENTITIES + "/a", "{\"identifier\":\"b\"}").status()).isEqualTo(409);
    assertThat(tenant.patch(ENTITIES + "/a", "{\"identifier\":\"z\"}").status()).isEqualTo(200);

    assertThat(tenant.get(ENTITIES + "/a").status()).isEqualTo(404);
    assertThat(Json.text(tenant.get(ENTITIES + "/b").at("/entity/relations")))
        .isEqualTo("{\"domain\":\"orders\",\"parts\":[\"b\",\"z\"],\"backup\":\"z\"}");
    var titled = tenant.get(ENTITIES + "/b?attach_title_to_relation=true");
    assertThat(Json.text(titled.at("/entity/relations/backup")))
        .isEqualTo("{\"identifier\":\"z\",\"title\":\"a\"}");
  }

  @Test
  void tiesAWriteToARunThatIsGoingOn() {
    var going = Ids.withPrefix("r_");
    var over = Ids.withPrefix("r_");
    RUNS.put(going, RunsGoingOn.Standing.GOING_ON);
    RUNS.put(over, RunsGoingOn.Standing.NOT_GOING_ON);
    var body = "{\"identifier\":\"%s\",\"relations\":{\"domain\":\"orders\"}}";

    assertThat(tenant.post(ENTITIES + "?run_id=" + going, body.formatted("a")).status())
        .isEqualTo(201);
    assertThat(tenant.post(ENTITIES + "?run_id=" + over, body.formatted("b")).status())
        .isEqualTo(201);
    assertThat(tenant.post(ENTITIES + "?run_id=r_nobody", body.formatted("c")).status())
        .isEqualTo(404);
    assertThat(tenant.post(ENTITIES + "?run_id=", body.formatted("d")).status()).isEqualTo(201);

    assertThat(tenant.audits("run_id=" + going)).hasSize(1);
    assertThat(tenant.audits("run_id=" + over)).isEmpty();
    assertThat(tenant.audits("entity=b").getFirst().path("context").has("runId")).isFalse();
    assertThat(tenant.get(ENTITIES + "/c").status()).isEqualTo(404);
  }

  @Test
  void aWriteThatChangesNothingLeavesATraceOnlyForItsRun() {
    var run = Ids.withPrefix("r_");
    RUNS.put(run, RunsGoingOn.Standing.GOING_ON);
    var body =
        "{\"identifier\":\"s\",\"properties\":{\"cost\":5.0},\"relations\":{\"domain\":\"orders\"}}";
    var first = tenant.post(ENTITIES + "?upsert=true&merge=true", body);

    var again = tenant.post(ENTITIES + "?upsert=true&merge=true", body);
    assertThat(again.at("/entity/updatedAt")).isEqualTo(first.at("/entity/updatedAt"));
    assertThat(tenant.audits("entity=s")).hasSize(1);

    tenant.post(ENTITIES + "?upsert=true&merge=true&run_id=" + run, body);
    assertThat(tenant.audits("entity=s")).hasSize(2);
  }

  @Test
  void selectsWhatIsShown() {
    tenant.entity("system", "{\"identifier\":\"s\",\"relations\":{\"domain\":\"orders\"}}");

    var one = tenant.get(ENTITIES + "/s?include=identifier");
    assertThat(Json.text(one.at("/entity"))).isEqualTo("{\"identifier\":\"s\"}");
    var joined = tenant.get(ENTITIES + "?include=title,properties.size");
    var repeated = tenant.get(ENTITIES + "?include=title&include[]=properties.size");
    assertThat(joined.body()).isEqualTo(repeated.body());
    assertThat(Json.text(joined.at("/entities/0")))
        .isEqualTo("{\"identifier\":\"s\",\"title\":\"s\",\"properties\":{\"size\":\"small\"}}");
    var without = tenant.get(ENTITIES + "/s?exclude=properties&exclude=relations.parts&nonsense=1");
    assertThat(without.at("/entity").has("properties")).isFalse();
    assertThat(without.at("/entity/relations").propertyNames()).containsExactly("domain", "backup");
  }

  @Test
  void membersReadAndDoNotWrite() {
    var member = tenant.asMember("bob@x.test");
    var body = "{\"identifier\":\"s\",\"relations\":{\"domain\":\"orders\"}}";

    assertThat(member.post(ENTITIES, body).error()).isEqualTo("forbidden");
    tenant.entity("system", body);
    assertThat(member.get(ENTITIES + "/s").status()).isEqualTo(200);
    assertThat(member.delete(ENTITIES + "/s").status()).isEqualTo(403);
    var moderator = tenant.as(tenant.person("mia@x.test", "system-moderator"));
    assertThat(moderator.patch(ENTITIES + "/s", "{\"title\":\"x\"}").status()).isEqualTo(200);
    assertThat(tenant.audits("status=FAILURE&entity=s")).isNotEmpty();
  }

  @Test
  void bulkWritesWhatItCanAndNamesWhatItCannot() {
    var mixed =
        tenant.post(
            ENTITIES + "/bulk",
            """
            {"entities":[{"identifier":"a","relations":{"domain":"orders"}},
                         {"identifier":"b","relations":{"domain":"nope"}},
                         {"identifier":"a","relations":{"domain":"orders"}}]}
            """);

    assertThat(mixed.status()).isEqualTo(207);
    assertThat(Json.text(mixed.at("/entities")))
        .isEqualTo("[{\"created\":true,\"identifier\":\"a\",\"index\":0,\"additionalData\":{}}]");
    assertThat(mixed.at("/errors/0/index").intValue()).isEqualTo(1);
    assertThat(mixed.at("/errors/0/statusCode").intValue()).isEqualTo(404);
    assertThat(mixed.at("/errors/1/statusCode").intValue()).isEqualTo(409);
    assertThat(tenant.post("/v1/blueprints/none/entities/bulk", bulk(1)).status()).isEqualTo(404);
    assertThat(tenant.post("/v1/blueprints/domain/entities/bulk", bulk(20)).status())
        .isEqualTo(200);
    assertThat(tenant.post("/v1/blueprints/domain/entities/bulk", bulk(21)).status())
        .isEqualTo(422);
  }

  private static String bulk(int items) {
    return IntStream.range(0, items)
        .mapToObj(i -> "{\"identifier\":\"d" + i + "\"}")
        .collect(Collectors.joining(",", "{\"entities\":[", "]}"));
  }

  @Test
  void deletingTakesRequiredDependentsAlongOrNothing() {
    tenant.entity("system", "{\"identifier\":\"a\",\"relations\":{\"domain\":\"orders\"}}");
    tenant.entity(
        "system",
        "{\"identifier\":\"b\",\"relations\":{\"domain\":\"orders\",\"backup\":\"a\",\"parts\":[\"a\",\"b\"]}}");

    assertThat(tenant.delete(ENTITIES + "/a").status()).isEqualTo(200);
    assertThat(Json.text(tenant.get(ENTITIES + "/b").at("/entity/relations")))
        .isEqualTo("{\"domain\":\"orders\",\"parts\":[\"b\"],\"backup\":null}");
    assertThat(tenant.delete(ENTITIES + "/a").status()).isEqualTo(404);

    var refused = tenant.delete("/v1/blueprints/domain/entities/orders");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.error()).isEqualTo("has_dependents");
    assertThat(refused.at("/details/dependents/0/identifier").stringValue()).isEqualTo("b");
    tenant.entity("domain", "{\"identifier\":\"free\"}");
    var bulk =
        tenant.post(
            "/v1/blueprints/domain/bulk/entities/delete", "{\"entities\":[\"free\",\"orders\"]}");
    assertThat(bulk.status()).isEqualTo(422);
    assertThat(tenant.get("/v1/blueprints/domain/entities/free").status()).isEqualTo(200);

    var all =
        tenant.post(
            "/v1/blueprints/domain/bulk/entities/delete?delete_dependents=true",
            "{\"entities\":[\"free\",\"orders\",\"unknown\"]}");
    assertThat(Json.text(all.at("/deletedEntities"))).isEqualTo("[\"free\",\"orders\"]");
    assertThat(tenant.get(ENTITIES + "/b").status()).isEqualTo(404);
    assertThat(tenant.audits("entity=b&action=DELETE")).hasSize(1);
  }
}
