package io.slipway.catalog.timer;

import static io.slipway.catalog.CatalogUnderTest.HOUSE;
import static io.slipway.catalog.CatalogUnderTest.PROBE;
import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.catalog.CatalogUnderTest;
import io.slipway.catalog.CatalogUnderTest.Tenant;
import io.slipway.chassis.json.Json;
import io.slipway.events.EntityChange;
import io.slipway.events.EntityChanged;
import io.slipway.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TimersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Tenant tenant = tenant();

  @BeforeEach
  void blueprint() {
    tenant.blueprint(
        """
        {"identifier":"env","title":"Env","changelogDestination":{"type":"KAFKA"},
         "schema":{"properties":{"ttl":{"type":"string","format":"timer"},"n":{"type":"number"}}}}
        """);
  }

  @Test
  void aTimerFiresOnceForEachValueAndTheEntityStays() {
    var first = Instant.now().plusMillis(300).toString();
    set(first);
    var expired = awaitExpired(1).getFirst();
    tenant.patch("/v1/blueprints/env/entities/e", "{\"properties\":{\"n\":1}}");
    set(first);
    CatalogUnderTest.bean(FireTimers.class).fireDue().block();
    assertThat(expired()).hasSize(1);

    set(Instant.now().minusSeconds(5).toString());
    awaitExpired(2);

    var entityId = expired.at("/context/entityId").stringValue();
    var said = PROBE.awaitEvents(HOUSE.topics().entityChanged(), entityId, 5);
    assertThat(said)
        .extracting(EntityChanged::getChange)
        .filteredOn(EntityChange.TIMER_EXPIRED::equals)
        .hasSize(2);
    assertThat(said)
        .filteredOn(event -> event.getChange() == EntityChange.TIMER_EXPIRED)
        .allMatch(event -> "ttl".equals(event.getPropertyIdentifier()));
    assertThat(expired.at("/trigger/by/byPort").booleanValue()).isTrue();
    assertThat(tenant.get("/v1/blueprints/env/entities/e").status()).isEqualTo(200);
    var logged =
        PROBE.heard(Topics.changeLog(tenant.organization()), entityId).stream()
            .map(record -> Json.parse(record.text()))
            .filter(record -> record.path("action").stringValue().equals("TIMER_EXPIRED"))
            .findFirst()
            .orElseThrow();
    assertThat(logged.at("/trigger/at").stringValue()).isEqualTo(first);
    assertThat(logged.has("diff")).isFalse();
  }

  @Test
  void aTimerThatIsClearedOrMovedDoesNotFire() {
    set("2999-01-01T00:00:00+02:00");
    assertThat(
            tenant.get("/v1/blueprints/env/entities/e").at("/entity/properties/ttl").stringValue())
        .isEqualTo("2999-01-01T00:00:00+02:00");
    tenant.patch("/v1/blueprints/env/entities/e", "{\"properties\":{\"ttl\":null}}");

    CatalogUnderTest.bean(FireTimers.class).fireDue().block();

    assertThat(expired()).isEmpty();
  }

  private void set(String moment) {
    var answer =
        tenant.post(
            "/v1/blueprints/env/entities?upsert=true&merge=true",
            "{\"identifier\":\"e\",\"properties\":{\"ttl\":\"" + moment + "\"}}");
    assertThat(answer.status()).isEqualTo(201);
  }

  private List<JsonNode> expired() {
    return tenant.audits("entity=e&action=TIMER_EXPIRED");
  }

  private List<JsonNode> awaitExpired(int times) {
    return await().atMost(PATIENCE).until(this::expired, found -> found.size() == times);
  }
}
