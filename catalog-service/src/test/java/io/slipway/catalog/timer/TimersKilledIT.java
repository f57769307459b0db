package io.slipway.catalog.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.catalog.CatalogProcess;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.fixture.EventProbe;
import io.slipway.chassis.fixture.TestHouse;
import io.slipway.chassis.ids.Ids;
import io.slipway.events.EntityChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Timers that ran out while nobody looked, two replicas that find them, and one that is killed. */
class TimersKilledIT {
  private static final int MISSED = 100;
  private static final int COMING = 700;
  private static final int BULK = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final TestHouse house = TestHouse.start();
  private final String organization = house.organization();
  private final Caller machine = Caller.machine(organization, "client-1");

  @TempDir Path directory;

  @Test
  void everyTimerFiresOnceWhoeverIsKilled() throws Exception {
    var probe = house.probe();
    var schema = "catalog_" + Ids.random(8).toLowerCase(Locale.ROOT);
    try (var writer = CatalogProcess.start(house, schema, "24h", directory).awaitReady()) {
      found(writer);
      write(writer, "missed", MISSED, Instant.now().minusSeconds(60));
      assertThat(firings(writer)).as("nobody looked").isEmpty();
      try (var victim = CatalogProcess.start(house, schema, "50ms", directory);
          var survivor = CatalogProcess.start(house, schema, "50ms", directory)) {
        victim.awaitReady();
        survivor.awaitReady();
        await().atMost(PATIENCE).until(() -> fired(writer) == MISSED);
        write(writer, "coming", COMING, Instant.now().plusSeconds(20));

        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(5))
            .until(() -> fired(writer) > MISSED);
        victim.kill();
        assertThat(fired(writer)).as("killed amid the work").isLessThan(MISSED + COMING);

        await().atMost(PATIENCE).until(() -> fired(writer) >= MISSED + COMING);
        await().atMost(PATIENCE).until(() -> said(probe).size() >= MISSED + COMING);
      }
      assertThat(firings(writer)).hasSize(MISSED + COMING).containsOnlyOnceElementsOf(names());
      assertThat(said(probe)).hasSize(MISSED + COMING);
    }
  }

  private void found(CatalogProcess catalog) throws IOException {
    catalog.call(
        Caller.service(organization, "action-api"),
        "PUT",
        "/internal/organizations/" + organization,
        "{\"name\":\"Test\"}");
    catalog.call(
        machine,
        "POST",
        "/v1/blueprints",
        "{\"identifier\":\"env\",\"title\":\"Env\",\"schema\":{\"properties\":"
            + "{\"ttl\":{\"type\":\"string\",\"format\":\"timer\"}}}}");
  }

  private void write(CatalogProcess catalog, String name, int count, Instant moment)
      throws IOException {
    for (int first = 0; first < count; first += BULK) {
      var items =
          IntStream.range(first, first + BULK)
              .mapToObj(
                  i ->
                      "{\"identifier\":\"%s-%d\",\"properties\":{\"ttl\":\"%s\"}}"
                          .formatted(name, i, moment))
              .collect(Collectors.joining(","));
      var answer =
          catalog.call(
              machine,
              "POST",
              "/v1/blueprints/env/entities/bulk",
              "{\"entities\":[" + items + "]}");
      assertThat(answer.path("errors").isEmpty()).as(answer.toString()).isTrue();
    }
  }

  private static List<String> names() {
    return Stream.concat(
            IntStream.range(0, MISSED).mapToObj(i -> "missed-" + i),
            IntStream.range(0, COMING).mapToObj(i -> "coming-" + i))
        .toList();
  }

  private int fired(CatalogProcess catalog) throws IOException {
    return firings(catalog).size();
  }

  /** The entity of every audit row that says that a timer ran out. */
  private List<String> firings(CatalogProcess catalog) throws IOException {
    var audits =
        catalog.call(machine, "GET", "/internal/audit?action=TIMER_EXPIRED&limit=1000", null);
    return audits.path("audits").values().stream()
        .map(audit -> audit.at("/context/entity").asString(""))
        .toList();
  }

  /** The ids of the events that say so; an event may be sent twice, under the same id. */
  private Set<String> said(EventProbe probe) {
    var topic = house.topics().entityChanged();
    var ids = new HashSet<String>();
    for (var heard : probe.heard(topic.name(), record -> true)) {
      var event = house.wire().decode(topic, heard.value());
      if (event.getOrganization().equals(organization)
          && event.getChange() == EntityChange.TIMER_EXPIRED) {
        ids.add(event.getEventId());
      }
    }
    return ids;
  }
}
