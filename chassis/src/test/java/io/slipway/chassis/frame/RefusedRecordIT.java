package io.slipway.chassis.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.slipway.chassis.fixture.EventProbe;
import io.slipway.chassis.fixture.TestHouse;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.outbox.Outbox;
import io.slipway.chassis.outbox.Saying;
import io.slipway.events.Topics;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** A record that no broker takes is parked by itself, and what was to go with it goes. */
class RefusedRecordIT {
  private static final TestHouse HOUSE = TestHouse.start();
  private static final int TOO_LARGE = 9 * 1024 * 1024;

  private final String schema = "refused_" + Ids.random(8).toLowerCase(Locale.ROOT);
  private final String topic = Topics.runs(HOUSE.organization());

  @Test
  void isParkedAtOnceAndItsNeighboursGo() {
    var writing =
        Map.<String, Object>of(
            "slipway.outbox.enabled", "false", "slipway.listening.enabled", "false");
    try (var writer = FrameApplication.start(HOUSE, schema, writing)) {
      say(writer, "before", 10);
      say(writer, "large", TOO_LARGE);
      say(writer, "after", 10);
    }

    try (var relay =
        FrameApplication.start(HOUSE, schema, Map.of("slipway.listening.enabled", "false"))) {
      await().atMost(Duration.ofSeconds(60)).until(() -> waiting(relay) == 0);

      try (var probe = HOUSE.probe()) {
        assertThat(probe.heard(topic, record -> true).stream().map(EventProbe.Heard::key))
            .containsExactlyInAnyOrder("before", "after");
      }
      assertThat(parked(relay)).startsWith("RecordTooLargeException");
      var stumbles = relay.getBean(MeterRegistry.class).find("slipway.outbox.stumbles").counter();
      assertThat(stumbles).as("it was no surprise").isNull();
    }
  }

  private void say(ConfigurableApplicationContext writer, String key, int bytes) {
    writer
        .getBean(Outbox.class)
        .say(Saying.toOrganization(topic, key, "test", new byte[bytes]))
        .block();
  }

  private static long waiting(ConfigurableApplicationContext context) {
    var found =
        context
            .getBean(DatabaseClient.class)
            .sql("select count(*) from outbox where published_at is null and parked is null")
            .mapValue(Long.class)
            .one()
            .block();
    return found == null ? 0 : found;
  }

  private static String parked(ConfigurableApplicationContext context) {
    return context
        .getBean(DatabaseClient.class)
        .sql("select parked from outbox where key = 'large'")
        .mapValue(String.class)
        .one()
        .block();
  }
}
