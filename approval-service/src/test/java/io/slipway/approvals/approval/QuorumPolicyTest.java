package io.slipway.approvals.approval;

import static io.slipway.approvals.approval.ApprovalFixture.no;
import static io.slipway.approvals.approval.ApprovalFixture.yes;
import static io.slipway.approvals.approval.ApprovalFixture.yesOfTheMachine;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class QuorumPolicyTest {

  @Property
  void withoutAVoteNothingIsDecided(@ForAll QuorumRule rule, @ForAll Set<String> needed) {
    assertThat(QuorumPolicy.outcome(rule, needed, List.of())).isEqualTo(Outcome.OPEN);
  }

  @Property
  void oneNoDecidesUnderEveryRule(@ForAll QuorumRule rule, @ForAll Set<String> needed) {
    assertThat(QuorumPolicy.outcome(rule, needed, List.of(yes("a@x"), no("b@x"))))
        .isEqualTo(Outcome.DECLINED);
  }

  @Property
  void theMachinesYesDecidesUnderEveryRule(@ForAll QuorumRule rule, @ForAll Set<String> needed) {
    assertThat(QuorumPolicy.outcome(rule, needed, List.of(yesOfTheMachine())))
        .isEqualTo(Outcome.APPROVED);
  }

  @Test
  void underAllEveryoneWhoIsNeededHasToAgree() {
    var needed = Set.of("a@x", "b@x");

    assertThat(QuorumPolicy.outcome(QuorumRule.ALL, needed, List.of(yes("a@x"), yes("c@x"))))
        .isEqualTo(Outcome.OPEN);
    assertThat(QuorumPolicy.outcome(QuorumRule.ALL, needed, List.of(yes("b@x"), yes("a@x"))))
        .isEqualTo(Outcome.APPROVED);
  }
}
