package io.slipway.catalog.definition;

import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.catalog.CatalogUnderTest.Tenant;
import io.slipway.chassis.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What clients define and read back: scorecards, webhooks, integrations, migrations. */
class DefinitionsIT {
  private static final String SCORECARDS = "/v1/blueprints/env/scorecards";
  private static final String SCORECARD =
      """
      {"identifier":"sc","title":"SC","filter":{"combinator":"and","conditions":[{"property":"tier","operator":"=","value":"1"}]},
       "rules":[{"identifier":"r2","title":"R2","level":"Gold","query":{"combinator":"and","conditions":[{"property":"$team","operator":"isNotEmpty"}]}},
                {"identifier":"r1","title":"R1","description":"","level":"Bronze","query":{"combinator":"or","conditions":[{"property":"n","operator":">","value":5.0}]}}]}
      """;
  private static final String WEBHOOK =
      """
      {"identifier":"hook","title":"Hook","description":"","enabled":true,
       "mappings":[{"blueprint":"env","operation":{"type":"delete","deleteDependents":true},"filter":"true","entity":{"identifier":".body.id"}}],
       "security":{"secret":"S","signatureAlgorithm":"sha256"}}
      """;

  private final Tenant tenant = tenant();
  private final Tenant bob = tenant.asMember("bob@x.test");

  @BeforeEach
  void blueprint() {
    tenant.blueprint("{\"identifier\":\"env\",\"title\":\"Env\",\"schema\":{\"properties\":{}}}");
  }

  @Test
  void aScorecardComesBackAsItWasSentWithTheLevelsThatItDidNotSay() {
    var made = tenant.post(SCORECARDS, SCORECARD);

    assertThat(made.status()).isEqualTo(201);
    var expected = Json.object(SCORECARD);
    expected.set(
        "levels",
        Json.parse(
            "[{\"color\":\"paleBlue\",\"title\":\"Basic\"},{\"color\":\"bronze\",\"title\":\"Bronze\"},"
                + "{\"color\":\"silver\",\"title\":\"Silver\"},{\"color\":\"gold\",\"title\":\"Gold\"}]"));
    assertThat(bare(made.at("/scorecard"), "blueprint")).isEqualTo(Json.text(expected));
    var read = tenant.get(SCORECARDS + "/sc");
    assertThat(read.body()).isEqualTo(made.body());
    assertThat(tenant.put(SCORECARDS + "/sc", Json.text(read.at("/scorecard"))).body())
        .isEqualTo(read.body());
    assertThat(tenant.get("/v1/scorecards").at("/scorecards/0/blueprint").stringValue())
        .isEqualTo("env");
    assertThat(tenant.post(SCORECARDS, SCORECARD).status()).isEqualTo(409);
    assertThat(bob.post(SCORECARDS, SCORECARD).status()).isEqualTo(403);
    assertThat(bob.get(SCORECARDS).at("/scorecards").size()).isEqualTo(1);
  }

  @Test
  void scorecardsAreRenamedReplacedAsAListAndDeleted() {
    tenant.post(SCORECARDS, SCORECARD);
    var renamed = tenant.put(SCORECARDS + "/sc", SCORECARD.replace("\"sc\"", "\"other\""));
    assertThat(renamed.at("/scorecard/identifier").stringValue()).isEqualTo("other");
    assertThat(tenant.get(SCORECARDS + "/sc").status()).isEqualTo(404);

    var list = "[" + SCORECARD + "," + SCORECARD.replace("\"sc\"", "\"second\"") + "]";
    assertThat(tenant.put(SCORECARDS, list).at("/scorecards").size()).isEqualTo(2);
    assertThat(tenant.get(SCORECARDS + "/other").status()).isEqualTo(404);
    assertThat(tenant.delete(SCORECARDS + "/second").status()).isEqualTo(200);
    assertThat(tenant.get(SCORECARDS).at("/scorecards").size()).isEqualTo(1);
    assertThat(tenant.get("/v1/blueprints/none/scorecards").status()).isEqualTo(404);
    assertThat(tenant.delete("/v1/blueprints/env").status()).isEqualTo(200);
    assertThat(tenant.get("/v1/scorecards").at("/scorecards").size()).isZero();
  }

  @Test
  void aScorecardIsCheckedPlaceByPlace() {
    assertThat(fault(SCORECARD.replace("\"Gold\"", "\"Basic\""))).isEqualTo("/rules/0/level");
    assertThat(fault(SCORECARD.replace("\"r1\"", "\"r2\""))).isEqualTo("/rules/1/identifier");
    assertThat(fault(SCORECARD.replace("\"or\"", "\"xor\"")))
        .isEqualTo("/rules/1/query/combinator");
    var noConditions = SCORECARD.replaceFirst("\\[\\{\"property\":\"tier\"[^]]*]", "[]");
    assertThat(fault(noConditions)).isEqualTo("/filter/conditions");
  }

  private String fault(String scorecard) {
    var refused = tenant.post(SCORECARDS, scorecard);
    assertThat(refused.status()).isEqualTo(422);
    return refused.at("/details/errors/0/path").stringValue();
  }

  @Test
  void aWebhookComesBackAsItWasSentWithItsKeyAndAddress() {
    var made = tenant.post("/v1/webhooks", WEBHOOK);

    assertThat(made.status()).isEqualTo(201);
    var webhook = made.at("/integration");
    assertThat(webhook.path("url").stringValue())
        .isEqualTo("http://127.0.0.1:1/ingest/" + webhook.path("webhookKey").stringValue());
    assertThat(bare(webhook, "url", "webhookKey")).isEqualTo(Json.text(Json.parse(WEBHOOK)));
    assertThat(tenant.get("/v1/webhooks/hook").at("/integration/security/secret").stringValue())
        .isEqualTo("S");
    assertThat(tenant.audits("resources=webhook").getFirst().at("/diff/after/security/secret"))
        .hasToString("\"*****\"");
    var put = tenant.put("/v1/webhooks/hook", WEBHOOK.replace("\"hook\"", "\"renamed\""));
    assertThat(put.at("/integration/webhookKey")).isEqualTo(webhook.path("webhookKey"));
    assertThat(tenant.get("/v1/webhooks/hook").status()).isEqualTo(404);
    assertThat(tenant.get("/v1/webhooks").at("/integrations").size()).isEqualTo(1);

    var bare = tenant.post("/v1/webhooks", "{\"title\":\"T\"}").at("/integration");
    assertThat(bare.path("identifier").stringValue()).isNotEmpty();
    assertThat(bare.path("security").isObject()).isTrue();
    assertThat(tenant.post("/v1/webhooks", "{\"titel\":\"T\"}").status()).isEqualTo(422);
    assertThat(bob.get("/v1/webhooks").status()).isEqualTo(403);
    assertThat(bob.get("/v1/webhooks/metadata").at("/integrations/0").propertyNames())
        .containsExactlyInAnyOrder("identifier", "title", "updatedAt");
    assertThat(tenant.delete("/v1/webhooks/renamed").status()).isEqualTo(200);
    assertThat(tenant.get("/v1/webhooks/renamed").status()).isEqualTo(404);
  }

  @Test
  void anIntegrationMovesItsTimeOnlyWhenSomethingIsDifferent() {
    assertThat(tenant.get("/v1/integration/my-k8s").error()).isEqualTo("not_found");
    var body =
        "{\"installationId\":\"my-k8s\",\"installationAppType\":\"K8S EXPORTER\",\"version\":\"1\","
            + "\"config\":{\"b\":1,\"a\":{\"c\":[1.50]}},\"changelogDestination\":{\"type\":\"KAFKA\"}}";
    var made = tenant.post("/v1/integration", body).at("/integration");

    assertThat(made.path("identifier").stringValue()).isEqualTo("my-k8s");
    assertThat(Json.text(made.path("config"))).isEqualTo("{\"b\":1,\"a\":{\"c\":[1.50]}}");
    assertThat(made.at("/logAttributes/ingestUrl").stringValue())
        .isEqualTo("http://127.0.0.1:1/v1/integration/my-k8s/ingest/logs");
    assertThat(tenant.post("/v1/integration", body).status()).isEqualTo(409);
    assertThat(tenant.post("/v1/integration?upsert=true", body).at("/integration")).isEqualTo(made);
    var state = "{\"status\":\"running\",\"lastResyncStart\":\"2026-01-01T00:00:00Z\"}";
    tenant.patch("/v1/integration/my-k8s/resync-state", state);
    var read = tenant.get("/v1/integration/my-k8s?byField=installationId").at("/integration");
    assertThat(read.at("/resyncState/status").stringValue()).isEqualTo("running");
    assertThat(read.path("updatedAt")).isEqualTo(made.path("updatedAt"));

    var config = tenant.patch("/v1/integration/my-k8s/config", "{\"config\":{\"x\":1}}");
    assertThat(Json.text(config.at("/integration/config"))).isEqualTo("{\"x\":1}");
    assertThat(config.at("/integration/updatedAt").stringValue())
        .isGreaterThan(made.path("updatedAt").stringValue());
    assertThat(config.at("/integration/resyncState/status").stringValue()).isEqualTo("running");
  }

  @Test
  void anIntegrationIsAskedForAResyncAndTellsOfItsWork() {
    tenant.post("/v1/integration", "{\"installationId\":\"ocean\"}");
    assertThat(tenant.get("/v1/integration/ocean/resync-request").at("/request").isNull()).isTrue();

    tenant.patch("/v1/integration/ocean", "{}");

    assertThat(
            tenant.get("/v1/integration/ocean/resync-request").at("/request/updatedAt").isString())
        .isTrue();
    for (var path :
        new String[] {"ingest/logs", "ingest/metrics/syncMetrics", "kinds/a/examples"}) {
      assertThat(tenant.post("/v1/integration/ocean/" + path, "{}").at("/ok").booleanValue())
          .as(path)
          .isTrue();
    }
    assertThat(tenant.get("/v1/integration").at("/integrations").size()).isEqualTo(1);
    assertThat(tenant.get("/v1/integration/provision-enabled").at("/integrations").isArray())
        .isTrue();
    var wrong = tenant.post("/v1/integration", "{\"installationId\":\"No Good\"}");
    assertThat(wrong.at("/details/errors/0/path").stringValue()).isEqualTo("/installationId");
    assertThat(tenant.delete("/v1/integration/ocean").status()).isEqualTo(200);
    assertThat(tenant.get("/v1/integration/ocean").status()).isEqualTo(404);
  }

  @Test
  void allEntitiesGoInBatchesAndTheBlueprintWithThem() {
    for (int batch = 0; batch < 6; batch++) {
      var items = new StringBuilder();
      for (int i = 0; i < 20; i++) {
        items.append(i == 0 ? "" : ",").append("{\"identifier\":\"e%d-%d\"}".formatted(batch, i));
      }
      tenant.post("/v1/blueprints/env/entities/bulk", "{\"entities\":[" + items + "]}");
    }

    var asked = tenant.delete("/v1/blueprints/env/all-entities?delete_blueprint=true");

    assertThat(asked.status()).isEqualTo(200);
    var id = asked.at("/migrationId").stringValue();
    var ended = ended(id);
    assertThat(ended.path("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(ended.path("successCount").intValue()).isEqualTo(120);
    assertThat(tenant.get("/v1/blueprints/env").status()).isEqualTo(404);
    assertThat(tenant.audits("blueprint=env&resources=entity&action=DELETE&limit=1000"))
        .hasSize(120);
    assertThat(tenant.get("/v1/migrations?status[]=COMPLETED&blueprint=env").at("/migrations"))
        .hasSize(1);
    assertThat(tenant.post("/v1/migrations/" + id + "/cancel", "{}").status()).isEqualTo(409);
    assertThat(tenant.get("/v1/migrations/mig_none").status()).isEqualTo(404);
  }

  @Test
  void aMappingIsKeptAsItWasSentAndCanBeCalledOff() {
    var mapping =
        "{\"blueprint\":\"env\",\"filter\":\"true\",\"entity\":{\"identifier\":\".identifier\"}}";
    var made =
        tenant.post("/v1/migrations", "{\"sourceBlueprint\":\"env\",\"mapping\":" + mapping + "}");

    assertThat(made.status()).isEqualTo(200);
    assertThat(Json.text(made.at("/migration/mapping"))).isEqualTo(mapping);
    var path = "/v1/migrations/" + made.at("/migration/id").stringValue();
    assertThat(tenant.post(path + "/cancel", "{\"reason\":\"no\"}").status()).isEqualTo(200);
    var read = tenant.get(path).at("/migration");
    assertThat(read.path("status").stringValue()).isEqualTo("CANCELLED");
    assertThat(read.path("reason").stringValue()).isEqualTo("no");
    var wrong = tenant.post("/v1/migrations", "{\"sourceBlueprint\":\"env\",\"mapping\":{}}");
    assertThat(wrong.at("/details/errors/0/path").stringValue()).isEqualTo("/mapping");
    assertThat(
            tenant
                .post(
                    "/v1/migrations", "{\"sourceBlueprint\":\"none\",\"mapping\":" + mapping + "}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void whatOthersNeedDoesNotGo() {
    tenant.blueprint(
        """
        {"identifier":"app","title":"App","schema":{"properties":{}},
         "relations":{"env":{"target":"env","required":true}}}
        """);

    var refused = tenant.delete("/v1/blueprints/env/all-entities");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.error()).isEqualTo("has_dependents");
    assertThat(tenant.delete("/v1/blueprints/_user/all-entities").error())
        .isEqualTo("protected_resource");
    assertThat(bob.delete("/v1/blueprints/env/all-entities").status()).isEqualTo(403);
  }

  private JsonNode ended(String migration) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> tenant.get("/v1/migrations/" + migration).at("/migration"),
            found ->
                !found.path("status").asString().equals("PENDING")
                    && !found.path("status").asString().equals("RUNNING"));
  }

  /** A view without what the server adds. */
  private static String bare(JsonNode view, String... more) {
    var bare = (ObjectNode) view.deepCopy();
    bare.remove(java.util.List.of(more));
    bare.remove(java.util.List.of("id", "createdAt", "createdBy", "updatedAt", "updatedBy"));
    return Json.text(bare);
  }
}
