package io.slipway.approvals.approval;

import static io.slipway.approvals.approval.ApprovalFixture.LATER;
import static io.slipway.approvals.approval.ApprovalFixture.aQuestion;
import static io.slipway.approvals.approval.ApprovalFixture.anApproval;
import static io.slipway.approvals.approval.ApprovalFixture.no;
import static io.slipway.approvals.approval.ApprovalFixture.people;
import static io.slipway.approvals.approval.ApprovalFixture.recount;
import static io.slipway.approvals.approval.ApprovalFixture.step;
import static io.slipway.approvals.approval.ApprovalFixture.yes;
import static io.slipway.approvals.approval.ApprovalFixture.yesOfTheMachine;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalLifecycleTest {

  @Test
  void openingAsksEveryoneWhoMayVote() {
    var opening = ApprovalLifecycle.open("apr_1", aQuestion(QuorumRule.ALL), people("a@x", "b@x"));

    assertThat(opening.approval().version()).isEqualTo(1);
    assertThat(opening.events())
        .containsExactly(
            new ApprovalEvent.Asked(people("a@x", "b@x"), opening.approval().question().at()));
  }

  @Test
  void underAnyTheFirstYesDecides() {
    var step = step(anApproval(QuorumRule.ANY, "a@x", "b@x"), yes("a@x"), "a@x", "b@x");

    assertThat(step.approval().state()).isEqualTo(new ApprovalState.Approved(LATER));
    assertThat(step.approval().version()).isEqualTo(2);
    assertThat(step.events())
        .containsExactly(new ApprovalEvent.Decided(yes("a@x"), Outcome.APPROVED, LATER));
  }

  @Test
  void underAllTheLastYesDecides() {
    var first = step(anApproval(QuorumRule.ALL, "a@x", "b@x"), yes("a@x"), "a@x", "b@x");
    var second = step(first.approval(), yes("b@x"), "a@x", "b@x");

    assertThat(first.approval().isOpen()).isTrue();
    assertThat(first.events())
        .containsExactly(new ApprovalEvent.Decided(yes("a@x"), Outcome.OPEN, LATER));
    assertThat(second.approval().state()).isEqualTo(new ApprovalState.Approved(LATER));
    assertThat(second.approval().version()).isEqualTo(3);
  }

  @Test
  void underAllOneNoDecides() {
    var first = step(anApproval(QuorumRule.ALL, "a@x", "b@x"), yes("a@x"), "a@x", "b@x");
    var second = step(first.approval(), no("b@x"), "a@x", "b@x");

    assertThat(second.approval().state()).isEqualTo(new ApprovalState.Declined(LATER));
  }

  @Test
  void theMachinesYesIsEnoughUnderAll() {
    var step = step(anApproval(QuorumRule.ALL, "a@x", "b@x"), yesOfTheMachine());

    assertThat(step.approval().state()).isEqualTo(new ApprovalState.Approved(LATER));
  }

  @Test
  void refusesWhoeverMayNotVoteNow() {
    var approval = anApproval(QuorumRule.ANY, "a@x");

    assertThat(step(approval, yes("stranger@x"), "a@x").ruling()).isEqualTo(Ruling.MAY_NOT_VOTE);
    assertThat(step(approval, yes("a@x"), "b@x").ruling()).isEqualTo(Ruling.MAY_NOT_VOTE);
  }

  @Test
  void refusesASecondVoteOfTheSamePerson() {
    var first = step(anApproval(QuorumRule.ALL, "a@x", "b@x"), yes("a@x"), "a@x", "b@x");
    var again = step(first.approval(), no("a@x"), "a@x", "b@x");

    assertThat(again.ruling()).isEqualTo(Ruling.VOTED_BEFORE);
    assertThat(again.approval()).isEqualTo(first.approval());
    assertThat(again.events()).isEmpty();
  }

  @Test
  void refusesAVoteAfterTheDecision() {
    var declined = step(anApproval(QuorumRule.ANY, "a@x", "b@x"), no("a@x"), "a@x", "b@x");
    var late = step(declined.approval(), yes("b@x"), "a@x", "b@x");

    assertThat(late.ruling()).isEqualTo(Ruling.SETTLED_BEFORE);
    assertThat(late.events()).isEmpty();
  }

  @Test
  void tellsAStrangerNothingAboutADecision() {
    var declined = step(anApproval(QuorumRule.ANY, "a@x"), no("a@x"), "a@x");

    assertThat(step(declined.approval(), yes("stranger@x"), "a@x").ruling())
        .isEqualTo(Ruling.MAY_NOT_VOTE);
  }

  @Test
  void aRunThatStopsWaitingClosesTheQuestionAndSaysNothing() {
    var step =
        ApprovalLifecycle.step(
            anApproval(QuorumRule.ANY, "a@x"), new Signal.RunStoppedWaiting(LATER));

    assertThat(step.approval().state()).isEqualTo(new ApprovalState.RunLeft(LATER));
    assertThat(step.events()).isEmpty();
    assertThat(step(step.approval(), yes("a@x"), "a@x").ruling()).isEqualTo(Ruling.SETTLED_BEFORE);
  }

  @Test
  void underAllNobodyWaitsForSomeoneWhoMayVoteNoLonger() {
    var first = step(anApproval(QuorumRule.ALL, "a@x", "b@x"), yes("a@x"), "a@x", "b@x");

    var counted = recount(first.approval(), "a@x");

    assertThat(counted.approval().state()).isEqualTo(new ApprovalState.Approved(LATER));
    assertThat(counted.events())
        .containsExactly(new ApprovalEvent.Decided(null, Outcome.APPROVED, LATER));
  }

  @Test
  void aNewcomerMayVoteButIsNotWaitedFor() {
    var approval = anApproval(QuorumRule.ALL, "a@x");

    assertThat(recount(approval, "a@x", "new@x").ruling()).isEqualTo(Ruling.UNMOVED);
    var newcomer = step(approval, yes("new@x"), "a@x", "new@x");
    assertThat(newcomer.approval().isOpen()).isTrue();
    assertThat(step(newcomer.approval(), yes("a@x"), "a@x", "new@x").approval().isOpen()).isFalse();
  }

  @Test
  void whereNobodyAskedMayVoteItIsPutToThoseWhoMay() {
    var approval = anApproval(QuorumRule.ALL, "a@x");

    var step = recount(approval, "new@x");

    assertThat(step.approval().asked()).isEqualTo(people("new@x"));
    assertThat(step.events()).containsExactly(new ApprovalEvent.Asked(people("new@x"), LATER));
    assertThat(recount(step.approval(), "new@x").ruling()).isEqualTo(Ruling.UNMOVED);
  }

  @Test
  void whereNobodyMayVoteThatIsSaidOnce() {
    var abandoned = recount(anApproval(QuorumRule.ANY, "a@x"));

    assertThat(abandoned.events()).containsExactly(new ApprovalEvent.Asked(List.of(), LATER));
    assertThat(recount(abandoned.approval()).ruling()).isEqualTo(Ruling.UNMOVED);
  }

  @Test
  void whereNobodyCouldBeAskedOneNewcomerDoesNotDecideForAll() {
    var step = step(anApproval(QuorumRule.ALL), yes("a@x"), "a@x", "b@x");

    assertThat(step.approval().isOpen()).isTrue();
  }

  @Test
  void aServiceOfOursMayNotVote() {
    var ours =
        new Vote(new Party("x", null, Party.Kind.SYSTEM, null), Verdict.APPROVE, null, LATER);

    assertThat(step(anApproval(QuorumRule.ANY, "a@x"), ours, "a@x").ruling())
        .isEqualTo(Ruling.MAY_NOT_VOTE);
  }
}
