package io.slipway.chassis.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.chassis.fixture.EventProbe;
import io.slipway.chassis.fixture.TestHouse;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.outbox.Lane;
import io.slipway.chassis.outbox.Outbox;
import io.slipway.chassis.outbox.RelayObserver;
import io.slipway.chassis.outbox.Saying;
import io.slipway.events.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Kills relays for real, where it hurts, and reads at {@code read_committed} what came of it. */
class RelayKilledIT {
  private static final TestHouse HOUSE = TestHouse.start();
  private static final int ROWS = 40;
  private static final Map<String, Object> WRITER =
      Map.of("slipway.outbox.enabled", "false", "slipway.listening.enabled", "false");
  private static final Map<String, Object> SUCCESSOR =
      Map.of("slipway.outbox.lease", "3s", "slipway.listening.enabled", "false");

  private final String schema = "relay_" + Ids.random(8).toLowerCase(Locale.ROOT);
  private final String topic = Topics.runs(HOUSE.organization());

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_SEND", "BETWEEN_SEND_AND_COMMIT", "BETWEEN_COMMIT_AND_MARK"})
  void noInvocationIsLostOrDoubled(RelayObserver.Step step, @TempDir Path directory)
      throws Exception {
    try (var writer = FrameApplication.start(HOUSE, schema, WRITER)) {
      var keys = say(writer, ROWS);

      try (var victim = VictimProcess.start(HOUSE, schema, step, Lane.ORGANIZATION, directory)) {
        victim.awaitStep();
        victim.kill();
      }

      try (var _ = FrameApplication.start(HOUSE, schema, SUCCESSOR)) {
        awaitNothingWaits(writer);
        assertThat(heardKeys()).containsExactlyInAnyOrderElementsOf(keys);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_SEND", "BETWEEN_SEND_AND_COMMIT", "BETWEEN_COMMIT_AND_MARK"})
  void aRelayThatSleptPastItsLeaseDoublesNothing(RelayObserver.Step step, @TempDir Path directory)
      throws Exception {
    try (var writer = FrameApplication.start(HOUSE, schema, WRITER)) {
      var keys = say(writer, ROWS);

      try (var zombie = VictimProcess.start(HOUSE, schema, step, Lane.ORGANIZATION, directory)) {
        zombie.awaitStep();
        zombie.stop();
        try (var _ = FrameApplication.start(HOUSE, schema, SUCCESSOR)) {
          awaitNothingWaits(writer);
          zombie.goOn();
          var later = say(writer, 5);
          awaitNothingWaits(writer);
          // The zombie gets every chance to do harm: it is awake, and its next look is at the
          // lease.
          await()
              .during(Duration.ofSeconds(2))
              .atMost(Duration.ofSeconds(10))
              .untilAsserted(
                  () ->
                      assertThat(heardKeys())
                          .containsExactlyInAnyOrderElementsOf(
                              java.util.stream.Stream.concat(keys.stream(), later.stream())
                                  .toList()));
        }
      }
    }
  }

  @Test
  void ofOurOwnTopicsNothingIsLostAndTheOrderOfAKeyHolds(@TempDir Path directory) throws Exception {
    var internal = HOUSE.topics().organizationChanged().name();
    var key = Ids.random(12);
    try (var writer = FrameApplication.start(HOUSE, schema, WRITER)) {
      var outbox = writer.getBean(Outbox.class);
      for (int i = 0; i < ROWS; i++) {
        outbox
            .say(Saying.event("event-" + key + "-" + i, internal, key, "test", bytes("" + i)))
            .block();
      }

      try (var victim =
          VictimProcess.start(
              HOUSE,
              schema,
              RelayObserver.Step.BETWEEN_COMMIT_AND_MARK,
              Lane.INTERNAL,
              directory)) {
        victim.awaitStep();
        victim.kill();
      }

      try (var _ = FrameApplication.start(HOUSE, schema, SUCCESSOR);
          var probe = HOUSE.probe()) {
        awaitNothingWaits(writer);
        var heard = probe.heard(internal, key).stream().map(EventProbe.Heard::text).toList();
        // It was sent, not marked, and sent again: twice, each time in order, with the same ids.
        assertThat(heard).hasSize(2 * ROWS);
        assertThat(heard.subList(ROWS, 2 * ROWS))
            .isEqualTo(IntStream.range(0, ROWS).mapToObj(Integer::toString).toList());
        assertThat(
                probe.heard(internal, key).stream()
                    .map(record -> record.headers().get("ce_id"))
                    .distinct())
            .hasSize(ROWS);
      }
    }
  }

  private List<String> say(ConfigurableApplicationContext writer, int rows) {
    var outbox = writer.getBean(Outbox.class);
    var transaction = writer.getBean(TransactionalOperator.class);
    var keys = IntStream.range(0, rows).mapToObj(i -> "run-" + Ids.random(8)).toList();
    for (var key : keys) {
      outbox
          .say(Saying.toOrganization(topic, key, "test", bytes("{}")))
          .as(transaction::transactional)
          .block();
    }
    return keys;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> heardKeys() {
    try (var probe = HOUSE.probe()) {
      return probe.heard(topic, record -> true).stream().map(EventProbe.Heard::key).toList();
    }
  }

  private static void awaitNothingWaits(ConfigurableApplicationContext context) {
    var database = context.getBean(DatabaseClient.class);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        database
                            .sql("select count(*) as n from outbox where published_at is null")
                            .map(row -> row.get("n", Long.class))
                            .one()
                            .block())
                    .isZero());
  }
}
