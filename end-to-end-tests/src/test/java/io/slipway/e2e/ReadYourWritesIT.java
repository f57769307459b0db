package io.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.e2e.house.EventStream;
import io.slipway.e2e.house.Replica;
import io.slipway.e2e.house.Runs;
import io.slipway.e2e.house.SuiteUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A client that does something a millisecond after its POST never meets a 404, through any replica,
 * even while no event travels at all.
 */
class ReadYourWritesIT {
  private static final Map<String, String> DEAF =
      Map.of("slipway.outbox.enabled", "false", "slipway.listening.enabled", "false");

  private final SuiteUnderTest suite = SuiteUnderTest.start();

  @Test
  void whileNeitherTheRelayNorAnyListenerWorks() {
    var org = suite.newOrganization();
    var approver = org.invite("Member");
    var plain = org.action("");
    var guarded = org.action(",\"requiredApproval\":true");
    org.approvers(guarded, approver);
    var blueprint = org.blueprint();
    var stopped = new ArrayList<ProcessHandle>();
    int port = Replica.freePort();
    var edge = "http://127.0.0.1:" + port;
    try (var orchestrator =
            Replica.start(
                suite, "run-orchestrator", deafAnd(Map.of("slipway.doors.action-api", edge)));
        var approvals =
            Replica.start(
                suite,
                "approval-service",
                deafAnd(Map.of("slipway.doors.run-orchestrator", orchestrator.url().toString())));
        var catalog =
            Replica.start(
                suite,
                "catalog-service",
                deafAnd(Map.of("slipway.doors.run-orchestrator", orchestrator.url().toString())));
        var one = edge(port, orchestrator, approvals, catalog);
        var other = edge(Replica.freePort(), orchestrator, approvals, catalog)) {
      // The replicas that do hear stand still: nothing travels.
      for (var service : List.of("action-api", "run-orchestrator", "approval-service")) {
        stopped.addAll(suite.processes(service));
      }
      assertThat(stopped).hasSizeGreaterThanOrEqualTo(3);
      SuiteUnderTest.signal("STOP", stopped);
      var first = org.through(one.url());
      var machine = org.through(other.url()).machine();

      var reported = first.invoke(first.machine(), plain).get("id").stringValue();
      machine.patch("/v1/actions/runs/" + reported, "{\"statusLabel\":\"working\"}").expect(200);
      var logged = first.invoke(first.machine(), plain).get("id").stringValue();
      machine.post("/v1/actions/runs/" + logged + "/logs", "{\"message\":\"hello\"}").expect(201);
      var voted = first.invoke(first.machine(), guarded).get("id").stringValue();
      var vote = Runs.vote(org.through(other.url()).withToken(tokenOf(approver)), voted, "APPROVE");
      vote.expect(201);
      assertThat(vote.json().at("/run/status").stringValue()).isEqualTo("IN_PROGRESS");
      var tied = first.invoke(first.machine(), plain).get("id").stringValue();
      machine
          .post(
              "/v1/blueprints/" + blueprint + "/entities?run_id=" + tied, "{\"identifier\":\"x\"}")
          .expect(201);
      var got = first.invoke(first.machine(), plain).get("id").stringValue();
      assertThat(Runs.get(machine, got).get("status").stringValue()).isEqualTo("IN_PROGRESS");
      var listed = first.invoke(first.machine(), plain).get("id").stringValue();
      assertThat(machine.get("/v1/actions/runs").expect(200).text()).contains(listed);
      var streamed = first.invoke(first.machine(), plain).get("id").stringValue();
      try (var stream = EventStream.of(machine, streamed)) {
        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(() -> assertThat(stream.statuses()).contains("IN_PROGRESS"));
      }
    } finally {
      SuiteUnderTest.signal("CONT", stopped);
    }
  }

  private Replica edge(int port, Replica orchestrator, Replica approvals, Replica catalog) {
    return Replica.start(
        suite,
        "action-api",
        deafAnd(
            Map.of(
                "server.port", Integer.toString(port),
                "slipway.doors.run-orchestrator", orchestrator.url().toString(),
                "slipway.doors.approval-service", approvals.url().toString(),
                "slipway.doors.catalog-service", catalog.url().toString())));
  }

  private static String tokenOf(io.slipway.e2e.house.Tenant.Person person) {
    return person.http().header("Authorization").substring("Bearer ".length());
  }

  private static Map<String, String> deafAnd(Map<String, String> more) {
    var settings = new HashMap<>(DEAF);
    settings.putAll(more);
    return settings;
  }
}
