package io.slipway.approvals;

import static io.slipway.approvals.ApprovalsUnderTest.HOUSE;
import static io.slipway.approvals.ApprovalsUnderTest.NEIGHBOURS;
import static io.slipway.approvals.ApprovalsUnderTest.PATIENCE;
import static io.slipway.approvals.ApprovalsUnderTest.PROBE;
import static io.slipway.approvals.ApprovalsUnderTest.approve;
import static io.slipway.approvals.ApprovalsUnderTest.decided;
import static io.slipway.approvals.ApprovalsUnderTest.decline;
import static io.slipway.approvals.ApprovalsUnderTest.get;
import static io.slipway.approvals.ApprovalsUnderTest.isClosed;
import static io.slipway.approvals.ApprovalsUnderTest.newRun;
import static io.slipway.approvals.ApprovalsUnderTest.person;
import static io.slipway.approvals.ApprovalsUnderTest.requested;
import static io.slipway.approvals.ApprovalsUnderTest.saysFailed;
import static io.slipway.approvals.ApprovalsUnderTest.vote;
import static io.slipway.approvals.ApprovalsUnderTest.waiting;
import static io.slipway.approvals.ApprovalsUnderTest.waitingRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.ids.Ids;
import io.slipway.events.ApprovalOutcome;
import io.slipway.events.ApprovalRule;
import io.slipway.events.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Votes, as the edge forwards them. */
@ExtendWith(ApprovalsUnderTest.class)
class VotesIT {
  private String organization;
  private Caller ann;
  private Caller bob;

  @BeforeEach
  void somebodyMayVote() {
    organization = HOUSE.organization();
    ann = person(organization, "ann@x");
    bob = person(organization, "bob@x");
    NEIGHBOURS.mayVote(organization, "ann@x", "bob@x");
  }

  @Test
  void theFirstYesDecidesUnderAnyAndIsHandedOverInTheWordsInWhichItIsSaid() {
    var run = waitingRun(organization, ApprovalRule.ANY);

    var answer = vote(run, ann, "{\"status\":\"APPROVE\",\"description\":\"go\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().path("ok").asBoolean()).isTrue();
    assertThat(answer.runStatus()).isEqualTo("IN_PROGRESS");
    var decision = decided(run, 1).getFirst();
    assertThat(decision.getOutcome()).isEqualTo(ApprovalOutcome.APPROVED);
    assertThat(decision.getVersion()).isEqualTo(2);
    assertThat(decision.getVote().getVerdict()).isEqualTo(Verdict.APPROVE);
    assertThat(decision.getVote().getDescription()).isEqualTo("go");
    assertThat(decision.getVote().getVoter().getEmail()).isEqualTo("ann@x");
    var said = PROBE.heard(HOUSE.topics().approvalDecided().name(), run);
    var handed = NEIGHBOURS.decisionsAbout(run);
    assertThat(handed).hasSize(1);
    assertThat(handed.getFirst().eventId()).isEqualTo(said.getFirst().headers().get("ce_id"));
    assertThat(handed.getFirst().payload()).isEqualTo(said.getFirst().value());
  }

  @Test
  void underAllEveryoneHasToAgree() {
    var run = waitingRun(organization, ApprovalRule.ALL);

    assertThat(approve(run, ann).status()).isEqualTo(201);
    assertThat(approve(run, bob).status()).isEqualTo(201);

    assertThat(decided(run, 2))
        .extracting(decision -> decision.getOutcome())
        .containsExactly(ApprovalOutcome.OPEN, ApprovalOutcome.APPROVED);
  }

  @Test
  void oneNoEndsItAndNothingIsCountedAfter() {
    var run = waitingRun(organization, ApprovalRule.ALL);

    assertThat(decline(run, ann).status()).isEqualTo(201);
    var late = approve(run, bob);

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body().path("error").asString()).isEqualTo("conflict");
    assertThat(decided(run, 1))
        .extracting(decision -> decision.getOutcome())
        .containsExactly(ApprovalOutcome.DECLINED);
  }

  @Test
  void nobodyVotesTwice() {
    var run = waitingRun(organization, ApprovalRule.ALL);

    assertThat(approve(run, ann).status()).isEqualTo(201);
    assertThat(approve(run, ann).status()).isEqualTo(409);
    assertThat(decline(run, ann).status()).isEqualTo(409);
  }

  @Test
  void anAdminIsNoApproverByThat() {
    var run = waitingRun(organization, ApprovalRule.ANY);

    var answer = approve(run, person(organization, "admin@x", "Admin"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body().path("error").asString()).isEqualTo("forbidden");
  }

  @Test
  void theMachinesYesIsEnoughEvenWithTheCatalogAway() {
    var run = waitingRun(organization, ApprovalRule.ALL);
    NEIGHBOURS.catalogIsAwayFor(organization);

    assertThat(approve(run, Caller.machine(organization, "client")).status()).isEqualTo(201);

    assertThat(decided(run, 1).getFirst().getOutcome()).isEqualTo(ApprovalOutcome.APPROVED);
  }

  @Test
  void whoMayVoteIsDecidedNowAndNotWhenTheyWereAsked() {
    var run = waitingRun(organization, ApprovalRule.ANY);

    NEIGHBOURS.mayVote(organization, "bob@x");

    assertThat(approve(run, ann).status()).isEqualTo(403);
    assertThat(approve(run, bob).status()).isEqualTo(201);
  }

  @Test
  void withTheCatalogAwayAPersonsVoteIsNotKept() {
    var run = waitingRun(organization, ApprovalRule.ANY);

    NEIGHBOURS.catalogIsAwayFor(organization);
    assertThat(approve(run, ann).status()).isEqualTo(503);
    NEIGHBOURS.catalogIsBackFor(organization);

    assertThat(approve(run, ann).status()).isEqualTo(201);
  }

  @Test
  void withTheOrchestratorAwayAVoteIsKeptAndTheRunStillWaits() {
    var run = waitingRun(organization, ApprovalRule.ANY);
    NEIGHBOURS.orchestratorIsAwayFor(organization);

    var answer = approve(run, ann);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.runStatus()).isEqualTo("WAITING_FOR_APPROVAL");
    assertThat(answer.body().path("run").path("approval").path("state").asString())
        .isEqualTo("APPROVED");
    assertThat(decided(run, 1)).hasSize(1);
  }

  @Test
  void aRunThatHadEndedIsAConflict() {
    var run = waitingRun(organization, ApprovalRule.ANY);
    NEIGHBOURS.hasEnded(run, "FAILURE");

    assertThat(approve(run, ann).status()).isEqualTo(409);
  }

  @Test
  void aVoteMayComeBeforeKafkaDoes() {
    var run = newRun();
    var event = waiting(organization, run, ApprovalRule.ALL);
    var eventId = Ids.event();
    var topic = HOUSE.topics().runStatusChanged();
    NEIGHBOURS.said(run, eventId, HOUSE.wire().encode(topic, event));

    assertThat(approve(run, ann).status()).isEqualTo(201);
    PROBE.say(topic, run, event, eventId);
    saysFailed(organization, run);

    // A run's records stay in order: once the last was heard, the repeated one was.
    await().atMost(PATIENCE).until(() -> isClosed(organization, run));
    assertThat(requested(run, 1)).hasSize(1);
    assertThat(decided(run, 1)).hasSize(1);
  }

  @Test
  void unknownRunsAndThoseOfOthersAreNotFound() {
    var run = waitingRun(organization, ApprovalRule.ANY);
    var stranger = Caller.machine(HOUSE.organization(), "client");

    assertThat(approve(newRun(), ann).status()).isEqualTo(404);
    assertThat(approve(run, stranger).status()).isEqualTo(404);
    assertThat(get("/v1/actions/runs/" + run + "/approvers", stranger).status()).isEqualTo(404);
  }

  @Test
  void aRunThatNeedsNoApprovalIsAConflict() {
    var run = newRun();
    NEIGHBOURS.knows(run);

    assertThat(approve(run, ann).status()).isEqualTo(409);
    assertThat(get("/v1/actions/runs/" + run + "/approvers", ann).body().path("approvers"))
        .isEmpty();
  }

  @Test
  void theBodyIsClosed() {
    var run = waitingRun(organization, ApprovalRule.ANY);

    var answer = vote(run, ann, "{\"status\":\"APPROVE\",\"force\":true}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("message").asString()).startsWith("/force ");
    assertThat(vote(run, ann, "{\"status\":").status()).isEqualTo(400);
  }

  @Test
  void theListShowsWhoVotedAndOnRequestWhoMay() {
    var run = waitingRun(organization, ApprovalRule.ALL);
    approve(run, ann);
    var path = "/v1/actions/runs/" + run + "/approvers";

    var voted = get(path, ann).body().path("approvers");
    var all = get(path + "?include_pending_approvers=true", ann).body().path("approvers");

    assertThat(voted).hasSize(1);
    assertThat(voted.get(0).path("userId").asString()).isEqualTo("user-ann@x");
    assertThat(voted.get(0).path("state").asString()).isEqualTo("APPROVED");
    assertThat(voted.get(0).get("description").isNull()).isTrue();
    assertThat(all).hasSize(2);
    assertThat(all.get(1).path("userId").asString()).isEqualTo("user-bob@x");
    assertThat(all.get(1).path("state").asString()).isEqualTo("PENDING");
  }

  @Test
  void votesAndRefusedVotesAreAudited() {
    var run = waitingRun(organization, ApprovalRule.ANY);
    approve(run, person(organization, "stranger@x"));
    approve(run, ann);

    var audits =
        get("/internal/audit?run_id=" + run, Caller.service(organization, "action-api"))
            .body()
            .path("audits");

    assertThat(audits)
        .extracting(audit -> audit.path("status").asString())
        .containsExactlyInAnyOrder("SUCCESS", "FAILURE");
    var done =
        audits.get(0).path("status").asString().equals("SUCCESS") ? audits.get(0) : audits.get(1);
    assertThat(done.path("diff").path("after").path("status").asString()).isEqualTo("IN_PROGRESS");
    assertThat(done.path("context").path("runId").asString()).isEqualTo(run);
  }
}
