package io.slipway.e2e;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.e2e.house.Announcer;
import io.slipway.e2e.house.HaltAfterHandling;
import io.slipway.e2e.house.Http;
import io.slipway.e2e.house.Mailbox;
import io.slipway.e2e.house.Replica;
import io.slipway.e2e.house.Runs;
import io.slipway.e2e.house.SuiteUnderTest;
import io.slipway.e2e.house.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each listener is killed between its database commit and its offset commit, so that another one
 * hears the same message again; nothing changes twice.
 */
class ListenersKilledIT {
  private static final int LIVES = 12;

  /** So many organisations reach every replica: each hears of half the partitions. */
  private static final int MOST = 30;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SuiteUnderTest suite = SuiteUnderTest.start();
  private final Tenant org = suite.newOrganization();
  private final Http machine = org.machine();

  /** Which listeners are killed in one round: at most one of each service. */
  static List<Map<String, String>> rounds() {
    return List.of(
        Map.of(
            "run-orchestrator", ".action.invoked.v1",
            "approval-service", ".run.status-changed.v1",
            "notifier", ".approval.requested.v1",
            "action-api", ".run.status-changed.v1"),
        Map.of(
            "run-orchestrator", ".approval.decided.v1",
            "notifier", ".run.status-changed.v1",
            "approval-service", ".entity.changed.v1",
            "action-api", ".blueprint.changed.v1"),
        Map.of("run-orchestrator", ".reports"));
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void nothingChangesTwice(Map<String, String> round) throws Exception {
    var approver = org.invite("Member");
    var developer = org.invite("Member");
    var action = org.action(",\"requiredApproval\":true");
    org.approvers(action, approver);
    var doomed = new HashMap<String, Replica>();
    for (var listener : round.entrySet()) {
      doomed.put(listener.getKey(), start(listener.getKey(), listener.getValue()));
    }

    var runs = new ArrayList<String>();
    for (int i = 0; i < LIVES; i++) {
      runs.add(org.invoke(developer.http(), action).get("id").stringValue());
      org.invite("Member"); // entities change
      org.blueprint(); // and blueprints
    }
    for (var run : runs) {
      Runs.vote(approver.http(), run, "APPROVE").expect(201);
    }
    for (var run : runs) {
      org.agent().awaitInvocations(run);
      for (int line = 0; line < 3; line++) {
        org.agent().report(run, "{\"runId\":\"%s\",\"message\":\"%d\"}".formatted(run, line));
      }
      org.agent().report(run, "{\"runId\":\"%s\",\"status\":\"SUCCESS\"}".formatted(run));
    }

    for (var run : runs) {
      Runs.awaitStatus(machine, run, "SUCCESS");
    }
    for (var replica : doomed.entrySet()) {
      assertThat(replica.getValue().awaitEnd())
          .as(replica.getKey() + " must have been killed where it hurts")
          .isEqualTo(137);
    }
    for (var run : runs) {
      assertThat(org.agent().invocations(run)).as(run).hasSize(1);
      assertThat(Runs.log(machine, run))
          .isEqualTo(IntStream.range(0, 3).mapToObj(Integer::toString).toList());
      var approvers = machine.get("/v1/actions/runs/" + run + "/approvers").expect(200).json();
      assertThat(approvers.get("approvers").size()).isEqualTo(1);
    }
    // One mail for each approval asked for, and one for each decision told.
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(Mailbox.of(suite, approver.email())).hasSize(LIVES);
              assertThat(Mailbox.of(suite, developer.email())).hasSize(2 * LIVES);
            });
  }

  /** Everyone who hears of organisations is killed while it does; made, renamed and erased ones. */
  @Test
  void noOrganisationIsMadeOrErasedTwice() {
    var doomed =
        Stream.of("run-orchestrator", "approval-service", "notifier", "catalog-service")
            .collect(
                toMap(service -> service, service -> start(service, ".organization.changed.v1")));
    var kept = new ArrayList<Kept>();
    var erased = new ArrayList<Kept>();

    try (var operator = new Announcer(suite)) {
      for (int i = 0; i < MOST && doomed.values().stream().anyMatch(Replica::isAlive); i++) {
        var one = keep();
        one.org().admin().patch("/v1/organization", "{\"name\":\"Renamed\"}").expect(200);
        kept.add(one);
        var other = keep();
        operator.erased(other.org().id());
        erased.add(other);
      }
    }

    doomed.forEach((service, replica) -> assertThat(replica.awaitEnd()).as(service).isEqualTo(137));
    for (var one : erased) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(one.machine().get("/v1/actions/runs/" + one.run()).status())
                      .isIn(403, 404));
    }
    for (var one : kept) {
      assertThat(Runs.get(one.machine(), one.run()).get("status").stringValue())
          .isEqualTo("WAITING_FOR_APPROVAL");
      Runs.vote(one.approver().http(), one.run(), "APPROVE").expect(201);
      assertThat(one.org().agent().awaitInvocations(one.run())).hasSize(1);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(Mailbox.of(suite, one.approver().email())).hasSize(1));
    }
  }

  /** An organisation with a run that waits for its approver. */
  private record Kept(Tenant org, Http machine, Tenant.Person approver, String run) {}

  private Kept keep() {
    var fresh = suite.newOrganization();
    var approver = fresh.invite("Member");
    var action = fresh.action(",\"requiredApproval\":true");
    fresh.approvers(action, approver);
    var client = fresh.machine();
    var run = fresh.invoke(client, action).get("id").stringValue();
    Runs.awaitStatus(client, run, "WAITING_FOR_APPROVAL");
    return new Kept(fresh, client, approver, run);
  }

  private Replica start(String service, String topic) {
    return Replica.start(
        suite,
        service,
        Map.of("halt.after.topic", topic, "slipway.outbox.enabled", "false"),
        HaltAfterHandling.class);
  }
}
