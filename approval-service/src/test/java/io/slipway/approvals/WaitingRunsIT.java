package io.slipway.approvals;

import static io.slipway.approvals.ApprovalsUnderTest.HOUSE;
import static io.slipway.approvals.ApprovalsUnderTest.NEIGHBOURS;
import static io.slipway.approvals.ApprovalsUnderTest.PATIENCE;
import static io.slipway.approvals.ApprovalsUnderTest.PROBE;
import static io.slipway.approvals.ApprovalsUnderTest.approve;
import static io.slipway.approvals.ApprovalsUnderTest.call;
import static io.slipway.approvals.ApprovalsUnderTest.decided;
import static io.slipway.approvals.ApprovalsUnderTest.isClosed;
import static io.slipway.approvals.ApprovalsUnderTest.newRun;
import static io.slipway.approvals.ApprovalsUnderTest.person;
import static io.slipway.approvals.ApprovalsUnderTest.requested;
import static io.slipway.approvals.ApprovalsUnderTest.saysFailed;
import static io.slipway.approvals.ApprovalsUnderTest.saysPersonChanged;
import static io.slipway.approvals.ApprovalsUnderTest.saysWaiting;
import static io.slipway.approvals.ApprovalsUnderTest.waiting;
import static io.slipway.approvals.ApprovalsUnderTest.waitingRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.slipway.chassis.caller.Caller;
import io.slipway.events.ApprovalOutcome;
import io.slipway.events.ApprovalRule;
import io.slipway.events.OrganizationChange;
import io.slipway.events.OrganizationChanged;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is heard about runs, people and organisations. */
@ExtendWith(ApprovalsUnderTest.class)
class WaitingRunsIT {
  private String organization;

  @BeforeEach
  void somebodyMayVote() {
    organization = HOUSE.organization();
    NEIGHBOURS.mayVote(organization, "ann@x", "bob@x");
  }

  @Test
  void everyoneWhoMayVoteIsAsked() {
    var run = newRun();

    saysWaiting(organization, run, ApprovalRule.ANY);

    var asked = requested(run, 1).getFirst();
    assertThat(asked.getPeople())
        .extracting(person -> person.getEmail())
        .containsExactly("ann@x", "bob@x");
    assertThat(asked.getActionTitle()).isEqualTo("Scale");
    assertThat(asked.getInputsJson()).isEqualTo("{\"size\":3}");
    assertThat(asked.getRequester().getEmail()).isEqualTo("requester@x");
    assertThat(asked.getReminder()).isZero();
  }

  @Test
  void anEventThatComesTwiceAsksOnce() {
    var run = newRun();
    var event = waiting(organization, run, ApprovalRule.ANY);
    var id = PROBE.say(HOUSE.topics().runStatusChanged(), run, event);
    PROBE.say(HOUSE.topics().runStatusChanged(), run, event, id);

    saysFailed(organization, run);

    // Records of a run stay in order: once the last was heard, both others were.
    await().atMost(PATIENCE).until(() -> isClosed(organization, run));
    assertThat(requested(run, 1)).hasSize(1);
  }

  @Test
  void whereNobodyMayVoteThatIsSaid() {
    NEIGHBOURS.mayVote(organization);
    var run = newRun();

    saysWaiting(organization, run, ApprovalRule.ANY);

    assertThat(requested(run, 1).getFirst().getPeople()).isEmpty();
  }

  @Test
  void aCatalogThatIsAwayIsWaitedFor() {
    NEIGHBOURS.catalogIsAwayFor(organization);
    var run = newRun();
    var before = retries();
    saysWaiting(organization, run, ApprovalRule.ANY);
    await().atMost(PATIENCE).until(() -> retries() > before);

    NEIGHBOURS.catalogIsBackFor(organization);

    assertThat(requested(run, 1)).hasSize(1);
  }

  @Test
  void aWithdrawnRunTakesNoVote() {
    var run = waitingRun(organization, ApprovalRule.ANY);

    saysFailed(organization, run);

    await().atMost(PATIENCE).until(() -> isClosed(organization, run));
    assertThat(approve(run, machine()).status()).isEqualTo(409);
  }

  @Test
  void underAllNobodyWaitsForSomeoneWhoLeft() {
    var run = waitingRun(organization, ApprovalRule.ALL);
    assertThat(approve(run, person(organization, "ann@x")).status()).isEqualTo(201);

    NEIGHBOURS.mayVote(organization, "ann@x");
    saysPersonChanged(organization, "bob@x");

    var decisions = decided(run, 2);
    assertThat(decisions.getLast().getOutcome()).isEqualTo(ApprovalOutcome.APPROVED);
    assertThat(decisions.getLast().getVote()).isNull();
  }

  @Test
  void thoseWhoMayVoteByNowAreAskedWhereNobodyCouldBe() {
    NEIGHBOURS.mayVote(organization);
    var run = waitingRun(organization, ApprovalRule.ANY);

    NEIGHBOURS.mayVote(organization, "new@x");
    saysPersonChanged(organization, "new@x");

    assertThat(requested(run, 2).getLast().getPeople())
        .extracting(person -> person.getEmail())
        .containsExactly("new@x");
  }

  @Test
  void anErasedOrganisationIsForgottenAndNotHeardAgain() {
    var run = waitingRun(organization, ApprovalRule.ANY);

    PROBE.say(
        HOUSE.topics().organizationChanged(),
        organization,
        OrganizationChanged.newBuilder()
            .setOrganization(organization)
            .setChange(OrganizationChange.DELETED)
            .setAt(Instant.parse("2026-03-01T09:00:00Z"))
            .build());
    await().atMost(PATIENCE).until(() -> approve(run, machine()).status() == 404);
    var dropped = dropped();
    var late = newRun();
    saysWaiting(organization, late, ApprovalRule.ANY);

    await().atMost(PATIENCE).until(() -> dropped() > dropped);
    assertThat(approve(late, machine()).status()).isEqualTo(404);
    assertThat(settle("action-api").status()).isEqualTo(409);
  }

  @Test
  void onlyTheEdgeMakesOrganisations() {
    assertThat(settle("action-api").status()).isEqualTo(200);
    assertThat(settle("action-api").status()).isEqualTo(200);
    assertThat(settle("notifier").status()).isEqualTo(403);
  }

  private ApprovalsUnderTest.Answer settle(String issuer) {
    var token =
        HOUSE.doorTokens(issuer).issue(ApprovalService.NAME, Caller.service(organization, issuer));
    return call("PUT", "/internal/organizations/" + organization, token, "{\"name\":\"Acme\"}");
  }

  private Caller machine() {
    return Caller.machine(organization, "client");
  }

  private static double retries() {
    return count("slipway.messages.retried");
  }

  private static double dropped() {
    return count("slipway.dropped");
  }

  private static double count(String name) {
    return ApprovalsUnderTest.bean(MeterRegistry.class).find(name).counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }
}
