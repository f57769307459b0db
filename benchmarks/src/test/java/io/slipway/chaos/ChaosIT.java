package io.slipway.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chaos.Violation.Kind;
import io.slipway.fixture.Defect;
import io.slipway.fixture.FakeSuite;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole of chaos but the killing, against a suite into which defects can be planted. */
class ChaosIT {

  @TempDir private Path data;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void findsNothingInASuiteThatKeepsItsPromises() throws Exception {
    assertThat(chaos(Defect.NONE)).as(text()).isZero();

    assertThat(text())
        .contains("seed 42", "No violation. Every accepted run has ended, once.")
        .containsPattern("tried again   POST of a run [1-9]"); // every tenth answer is lost
  }

  @ParameterizedTest
  @CsvSource({
    "INVOKES_TWICE, INVOKED_TWICE",
    "FORGETS, NEVER_INVOKED",
    "FORGETS, NOT_ENDED",
    "INVOKES_DECLINED, DECLINED_BUT_INVOKED",
    "SAYS_THE_END_TWICE, ENDED_TWICE",
    "IGNORES_THE_KEY, SECOND_RUN",
    "LEAVES_ITS_END, CHANGED_AFTER_END"
  })
  void findsAPlantedDefect(Defect defect, Kind kind) throws Exception {
    assertThat(chaos(defect)).isEqualTo(1);

    assertThat(text()).contains(kind.words(), "FAILED:", "seed 42");
  }

  private int chaos(Defect defect) throws Exception {
    Files.writeString(data.resolve("ports.json"), "{}");
    var organization = "chaos_" + defect.name().toLowerCase(Locale.ROOT) + System.nanoTime();
    try (var suite = new FakeSuite(organization, data, defect)) {
      var settings =
          new ChaosSettings(
              suite.access(),
              42,
              List.of(),
              0,
              20,
              0.4,
              Duration.ofSeconds(3),
              Duration.ZERO,
              Duration.ZERO,
              Duration.ofSeconds(4));
      return Chaos.run(settings, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
