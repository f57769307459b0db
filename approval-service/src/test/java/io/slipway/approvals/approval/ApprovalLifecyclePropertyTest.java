package io.slipway.approvals.approval;

import static io.slipway.approvals.approval.ApprovalFixture.LATER;
import static io.slipway.approvals.approval.ApprovalFixture.anApproval;
import static io.slipway.approvals.approval.ApprovalFixture.people;
import static io.slipway.approvals.approval.ApprovalFixture.vote;
import static io.slipway.approvals.approval.ApprovalFixture.yesOfTheMachine;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.approvals.approver.Approver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever signals come, in whatever order, these hold. */
class ApprovalLifecyclePropertyTest {
  private static final List<String> PEOPLE = List.of("a@x", "b@x", "c@x", "d@x");
  private static final String[] ASKED = {"a@x", "b@x", "c@x"};

  @Property
  void nothingLeavesASettledState(
      @ForAll QuorumRule rule, @ForAll("signals") List<Signal> signals) {
    var approval = anApproval(rule, ASKED);
    for (var signal : signals) {
      var step = ApprovalLifecycle.step(approval, signal);
      if (!approval.isOpen()) {
        assertThat(step.approval()).isEqualTo(approval);
        assertThat(step.events()).isEmpty();
        assertThat(step.ruling()).isNotEqualTo(Ruling.MOVED);
      }
      approval = step.approval();
    }
  }

  @Property
  void aDecisionIsSaidAtMostOnceAndMatchesTheState(
      @ForAll QuorumRule rule, @ForAll("signals") List<Signal> signals) {
    var approval = anApproval(rule, ASKED);
    var finals = new ArrayList<Outcome>();
    for (var signal : signals) {
      var step = ApprovalLifecycle.step(approval, signal);
      for (var event : step.events()) {
        if (event instanceof ApprovalEvent.Decided decided && decided.outcome() != Outcome.OPEN) {
          finals.add(decided.outcome());
        }
      }
      approval = step.approval();
    }

    var expected =
        switch (approval.state()) {
          case ApprovalState.Open _, ApprovalState.RunLeft _ -> List.<Outcome>of();
          case ApprovalState.Approved _ -> List.of(Outcome.APPROVED);
          case ApprovalState.Declined _ -> List.of(Outcome.DECLINED);
        };
    assertThat(finals).isEqualTo(expected);
  }

  @Property
  void versionsRiseByOneAndVotesAreNeverTakenBack(
      @ForAll QuorumRule rule, @ForAll("signals") List<Signal> signals) {
    var approval = anApproval(rule, ASKED);
    for (var signal : signals) {
      var step = ApprovalLifecycle.step(approval, signal);
      long rise = step.approval().version() - approval.version();
      assertThat(rise).isEqualTo(step.ruling() == Ruling.MOVED ? 1 : 0);
      assertThat(step.approval().votes().subList(0, approval.votes().size()))
          .isEqualTo(approval.votes());
      approval = step.approval();
    }
    var voters = approval.votes().stream().map(vote -> vote.voter().key()).toList();
    assertThat(new HashSet<>(voters)).hasSameSizeAs(voters);
  }

  @Property
  void nobodyIsCountedWhoMayNotVoteAtThatMoment(
      @ForAll QuorumRule rule, @ForAll("signals") List<Signal> signals) {
    var approval = anApproval(rule, ASKED);
    for (var signal : signals) {
      var step = ApprovalLifecycle.step(approval, signal);
      if (step.approval().votes().size() > approval.votes().size()) {
        var voted = (Signal.Voted) signal;
        var may = voted.mayVote().stream().map(Approver::email).collect(Collectors.toSet());
        var voter = voted.vote().voter();
        assertThat(voter.isMachine() || may.contains(voter.email())).isTrue();
      }
      approval = step.approval();
    }
  }

  @Property
  void oneNoIsNeverFollowedByAYes(
      @ForAll QuorumRule rule, @ForAll("signals") List<Signal> signals) {
    var approval = anApproval(rule, ASKED);
    for (var signal : signals) {
      approval = ApprovalLifecycle.step(approval, signal).approval();
    }
    var declined = approval.votes().stream().anyMatch(vote -> vote.verdict() == Verdict.DECLINE);
    assertThat(approval.state() instanceof ApprovalState.Declined).isEqualTo(declined);
  }

  @Property
  void underAllEveryOrderOfTheSameYesesEndsAlike(@ForAll("orders") List<String> order) {
    var approval = anApproval(QuorumRule.ALL, ASKED);
    for (int i = 0; i < order.size(); i++) {
      assertThat(approval.isOpen()).isTrue();
      var voted = new Signal.Voted(vote(order.get(i), Verdict.APPROVE), people(ASKED));
      approval = ApprovalLifecycle.step(approval, voted).approval();
    }

    assertThat(approval.state()).isEqualTo(new ApprovalState.Approved(LATER));
  }

  @Provide
  Arbitrary<List<String>> orders() {
    return Arbitraries.shuffle(ASKED);
  }

  @Provide
  Arbitrary<List<Signal>> signals() {
    return signal().list().ofMaxSize(12);
  }

  private static Arbitrary<Signal> signal() {
    var mayVote = Arbitraries.of(PEOPLE).set().map(some -> people(some.toArray(String[]::new)));
    var votes =
        Combinators.combine(Arbitraries.of(PEOPLE), Arbitraries.of(Verdict.class))
            .as(ApprovalFixture::vote);
    Arbitrary<Vote> machine = Arbitraries.just(yesOfTheMachine());
    Arbitrary<Signal> voted =
        Combinators.combine(
                Arbitraries.frequencyOf(Tuple.of(9, votes), Tuple.of(1, machine)), mayVote)
            .as(Signal.Voted::new);
    Arbitrary<Signal> changed = mayVote.map(now -> new Signal.PeopleChanged(now, LATER));
    Arbitrary<Signal> stopped = Arbitraries.just(new Signal.RunStoppedWaiting(LATER));
    return Arbitraries.frequencyOf(Tuple.of(8, voted), Tuple.of(3, changed), Tuple.of(1, stopped));
  }
}
