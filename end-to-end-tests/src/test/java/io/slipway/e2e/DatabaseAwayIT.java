package io.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.e2e.house.Runs;
import io.slipway.e2e.house.SuiteUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** A database that does not answer for a minute delays what happens, and nothing is lost by it. */
class DatabaseAwayIT {
  private static final Duration AWAY = Duration.ofSeconds(60);

  private final SuiteUnderTest suite = SuiteUnderTest.start();

  @Test
  void forAMinuteSendsNothingToTheDeadLetters() {
    var org = suite.newOrganization();
    var machine = org.machine();
    var action = org.action("");
    var runs = new ArrayList<String>();
    for (int i = 0; i < 10; i++) {
      runs.add(org.invoke(machine, action).get("id").stringValue());
    }
    runs.forEach(run -> org.agent().awaitInvocations(run));

    var database = suite.processes("postgresql");
    assertThat(database).isNotEmpty();
    var until = Instant.now().plus(AWAY);
    SuiteUnderTest.signal("STOP", database);
    try {
      // What agents report meanwhile is heard, and cannot be written down.
      for (var run : runs) {
        org.agent().report(run, "{\"runId\":\"%s\",\"status\":\"SUCCESS\"}".formatted(run));
      }
      await().atMost(AWAY.plusSeconds(10)).until(() -> Instant.now().isAfter(until));
    } finally {
      SuiteUnderTest.signal("CONT", database);
    }

    for (var run : runs) {
      await()
          .atMost(Duration.ofSeconds(90))
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  assertThat(Runs.get(machine, run).get("status").stringValue())
                      .isEqualTo("SUCCESS"));
    }
    assertThat(suite.run("redrive")).isBlank();
  }
}
