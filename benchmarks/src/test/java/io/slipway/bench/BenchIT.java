package io.slipway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.bench.BenchSettings.Arrivals;
import io.slipway.bench.BenchSettings.Reporting;
import io.slipway.bench.suite.SuiteAccess;
import io.slipway.fixture.Defect;
import io.slipway.fixture.FakeSuite;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bench on a real broker and database, with lives that a small fake lets live. */
class BenchIT {

  @TempDir private Path data;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void measuresEveryLegBesideTheFloorsAndLeavesNothingBehind() throws Exception {
    try (var suite = new FakeSuite("bench_http", data, Defect.NONE)) {
      var code = bench(suite.access(), Reporting.HTTP, Arrivals.CONSTANT);

      assertThat(code).as(text()).isZero();
      assertThat(text())
          .contains("20/s", "40/s", "invoke to agent", "whole life")
          .contains("one hop", "one commit of two rows", "2 commits + 2 hops at 40/s")
          .contains(
              "x (2 commits + 2 hops)", "bench_http.runs", "idle, 1 s", "PostgreSQL, for each life")
          .contains("No run was lost.");
      assertThat(text().lines()).allMatch(line -> line.length() <= 100);
      assertThat(leftBehind(suite.access())).isEmpty();
    }
  }

  @Test
  void seesReportsThatGoOverTheTopic() throws Exception {
    try (var suite = new FakeSuite("bench_topic", data, Defect.NONE)) {
      var code = bench(suite.access(), Reporting.TOPIC, Arrivals.POISSON);

      assertThat(code).as(text()).isZero();
      assertThat(text()).contains("No run was lost.", "bench_topic.reports");
    }
  }

  @Test
  void failsForALostRun() throws Exception {
    try (var suite = new FakeSuite("bench_lost", data, Defect.FORGETS)) {
      var code = bench(suite.access(), Reporting.HTTP, Arrivals.CONSTANT);

      assertThat(code).isEqualTo(1);
      assertThat(text()).contains("lost: life", "FAILED:");
    }
  }

  @Test
  void failsForADoubledInvocation() throws Exception {
    try (var suite = new FakeSuite("bench_twice", data, Defect.INVOKES_TWICE)) {
      var code = bench(suite.access(), Reporting.HTTP, Arrivals.CONSTANT);

      assertThat(code).isEqualTo(1);
      assertThat(text()).contains("its invocation came twice");
    }
  }

  private int bench(SuiteAccess suite, Reporting reporting, Arrivals arrivals) {
    var settings =
        new BenchSettings(
            suite,
            List.of(20, 40),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(3),
            arrivals,
            reporting);
    return Bench.run(settings, new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static List<String> leftBehind(SuiteAccess suite) throws Exception {
    try (var admin = Admin.create(suite.kafkaAdmin());
        var connection = suite.database().connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) from pg_namespace where nspname = 'slipway_bench'")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
      Set<String> topics = admin.listTopics().names().get();
      return topics.stream().filter(topic -> topic.startsWith("slipway-bench-floor")).toList();
    }
  }
}
