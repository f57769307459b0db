package io.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.e2e.house.EventStream;
import io.slipway.e2e.house.Replica;
import io.slipway.e2e.house.Runs;
import io.slipway.e2e.house.SuiteUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The replicas that serve a stream are killed, and whoever follows goes on where it was. */
class StreamResumesIT {
  private static final int LINES = 60;

  private final SuiteUnderTest suite = SuiteUnderTest.start();

  @Test
  void onTheOtherReplicaWithNoLineLostOrDoubled() throws Exception {
    var org = suite.newOrganization();
    var machine = org.machine();
    var run = org.invoke(machine, org.action("")).get("id").stringValue();
    org.agent().awaitInvocations(run);
    var writers = new ArrayList<Thread>();
    try (var orchestrator = Replica.start(suite, "run-orchestrator", Map.of());
        var edge =
            Replica.start(
                suite,
                "action-api",
                Map.of("slipway.doors.run-orchestrator", orchestrator.url().toString()));
        var stream = EventStream.of(org.through(edge.url()).machine(), run)) {
      writers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; i < LINES; i++) {
                      machine
                          .post(
                              "/v1/actions/runs/" + run + "/logs",
                              "{\"message\":\"http %d\"}".formatted(i))
                          .expect(201);
                    }
                  }));
      writers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; i < LINES; i++) {
                      org.agent()
                          .report(
                              run, "{\"runId\":\"%s\",\"message\":\"topic %d\"}".formatted(run, i));
                    }
                  }));
      await().atMost(Duration.ofSeconds(30)).until(() -> stream.lines().size() > 10);

      edge.kill();
      orchestrator.kill();
      await().atMost(Duration.ofSeconds(20)).until(stream::isClosed);
      stream.resume(suite.url());

      for (var writer : writers) {
        writer.join();
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> stream.lines().size() >= 2 * LINES);
      machine.patch("/v1/actions/runs/" + run, "{\"status\":\"SUCCESS\"}").expect(200);
      await().atMost(Duration.ofSeconds(20)).until(() -> stream.statuses().contains("SUCCESS"));

      assertThat(of(stream.lines(), "http")).isEqualTo(expected("http"));
      assertThat(of(stream.lines(), "topic")).isEqualTo(expected("topic"));
      var ids = stream.events().stream().map(e -> Long.parseLong(e.id())).toList();
      assertThat(ids).isSorted().doesNotHaveDuplicates();
      assertThat(ids.getLast() - ids.getFirst()).isEqualTo(ids.size() - 1);

      // It stays open for a while after the end, says so, and has nothing more to say then.
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> stream.events().getLast().type().equals("end"));
      stream.resume(suite.url());
      await().atMost(Duration.ofSeconds(20)).until(() -> stream.status() == 204);
    }
    assertThat(Runs.get(machine, run).get("status").stringValue()).isEqualTo("SUCCESS");
  }

  private static List<String> of(List<String> lines, String way) {
    return lines.stream().filter(line -> line.startsWith(way)).toList();
  }

  private static List<String> expected(String way) {
    return IntStream.range(0, LINES).mapToObj(i -> way + " " + i).toList();
  }
}
