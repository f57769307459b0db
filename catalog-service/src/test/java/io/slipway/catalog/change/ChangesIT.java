package io.slipway.catalog.change;

import static io.slipway.catalog.CatalogUnderTest.HOUSE;
import static io.slipway.catalog.CatalogUnderTest.PROBE;
import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.catalog.CatalogUnderTest.Tenant;
import io.slipway.chassis.fixture.EventProbe.Heard;
import io.slipway.chassis.json.Json;
import io.slipway.events.ActorKind;
import io.slipway.events.EntityChange;
import io.slipway.events.EntityChanged;
import io.slipway.events.Topics;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The three views of one change: audit row, event, change-log record. */
class ChangesIT {
  private final Tenant tenant = tenant();

  @Test
  void everyChangeOfAnEntityIsSaidOnceAndNothingElseIs() {
    logged();
    var path = "/v1/blueprints/env/entities";
    tenant.post(path + "?upsert=true", "{\"identifier\":\"e\",\"properties\":{\"n\":1}}");
    tenant.post(path + "?upsert=true", "{\"identifier\":\"e\",\"properties\":{\"n\":1}}");
    tenant.patch(path + "/e", "{\"properties\":{\"n\":2.0}}");
    tenant.patch(path + "/e", "{\"properties\":{\"n\":\"wrong\"}}");
    tenant.delete(path + "/e");
    var audits = tenant.audits("entity=e&status=SUCCESS").reversed();
    var entityId = audits.getFirst().at("/context/entityId").stringValue();

    var events = PROBE.awaitEvents(HOUSE.topics().entityChanged(), entityId, 3);
    var log = PROBE.awaitHeard(Topics.changeLog(tenant.organization()), entityId, 3);

    assertThat(events)
        .extracting(EntityChanged::getChange)
        .containsExactly(EntityChange.CREATE, EntityChange.UPDATE, EntityChange.DELETE);
    assertThat(events)
        .extracting(EntityChanged::getEventId)
        .containsExactlyElementsOf(
            audits.stream().map(audit -> audit.path("identifier").stringValue()).toList());
    assertThat(events.get(0).getBeforeJson()).isNull();
    assertThat(events.get(1).getAfterJson()).contains("\"n\":2.0");
    assertThat(events.get(2).getAfterJson()).isNull();
    assertThat(events.getFirst().getBy().getKind()).isEqualTo(ActorKind.MACHINE);
    assertThat(log).hasSize(3);
    assertThat(log)
        .extracting(record -> json(record).path("identifier").stringValue())
        .containsExactlyElementsOf(events.stream().map(EntityChanged::getEventId).toList());
    var created = json(log.getFirst());
    assertThat(created.path("action").stringValue()).isEqualTo("CREATE");
    assertThat(created.at("/trigger/by/orgId").stringValue()).isEqualTo(tenant.organization());
    assertThat(created.at("/diff/before").isNull()).isTrue();
    assertThat(created.at("/diff/after/properties/n").intValue()).isEqualTo(1);
    assertThat(created.at("/context/entity").stringValue()).isEqualTo("e");
    assertThat(created.at("/changelogDestination/type").stringValue()).isEqualTo("KAFKA");
  }

  @Test
  void aBlueprintWithoutDestinationIsNotLogged() {
    logged();
    tenant.patch("/v1/blueprints/env", "{\"changelogDestination\":null}");
    tenant.entity("env", "{\"identifier\":\"quiet\"}");
    tenant.patch("/v1/blueprints/env", "{\"changelogDestination\":{\"type\":\"KAFKA\"}}");
    tenant.entity("env", "{\"identifier\":\"loud\"}");
    var loud = tenant.audits("entity=loud").getFirst().at("/context/entityId").stringValue();

    PROBE.awaitHeard(Topics.changeLog(tenant.organization()), loud, 1);

    assertThat(PROBE.heard(Topics.changeLog(tenant.organization()), record -> true))
        .noneMatch(record -> record.text().contains("quiet"));
  }

  private void logged() {
    tenant.blueprint(
        """
        {"identifier":"env","title":"Env","schema":{"properties":{"n":{"type":"number"}}},
         "changelogDestination":{"type":"KAFKA"}}
        """);
  }

  private static JsonNode json(Heard record) {
    return Json.parse(record.text());
  }
}
