package io.slipway.approvals.approval;

import io.slipway.approvals.approver.Approver;
import io.slipway.approvals.approver.ApproverRule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Approvals, people and votes for tests. */
final class ApprovalFixture {
  static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
  static final Instant LATER = AT.plusSeconds(60);

  private static final String RUN =
      """
      {"id":"r_0000000000000001","status":"WAITING_FOR_APPROVAL",
       "action":{"identifier":"scale","title":"Scale"},
       "blueprint":{"identifier":"service"},"entity":{"identifier":"cart"},"approval":null}
      """;

  private ApprovalFixture() {}

  static Approval anApproval(QuorumRule rule, String... asked) {
    return ApprovalLifecycle.open("apr_1", aQuestion(rule), people(asked)).approval();
  }

  static Question aQuestion(QuorumRule rule) {
    return aQuestion(rule, new RunRef("org_1", "r_0000000000000001"));
  }

  static Question aQuestion(QuorumRule rule, RunRef run) {
    return new Question(
        run,
        rule,
        new ApproverRule(List.of(), List.of(), List.of("leads"), false),
        new Briefing(RUN, "{}", "Scale", new Party("req@x", "req@x", Party.Kind.USER, null), null),
        AT);
  }

  static List<Approver> people(String... emails) {
    return Stream.of(emails).map(email -> new Approver(email, null, "user-" + email)).toList();
  }

  static Vote yes(String email) {
    return vote(email, Verdict.APPROVE);
  }

  static Vote no(String email) {
    return vote(email, Verdict.DECLINE);
  }

  static Vote yesOfTheMachine() {
    return new Vote(
        new Party("client-id", null, Party.Kind.MACHINE, null), Verdict.APPROVE, null, LATER);
  }

  static Vote vote(String email, Verdict verdict) {
    return new Vote(new Party("user-" + email, email, Party.Kind.USER, null), verdict, null, LATER);
  }

  /** What a vote does while exactly these people may vote. */
  static Step step(Approval approval, Vote vote, String... mayVote) {
    return ApprovalLifecycle.step(approval, new Signal.Voted(vote, people(mayVote)));
  }

  /** What a recount does while exactly these people may vote. */
  static Step recount(Approval approval, String... mayVote) {
    return ApprovalLifecycle.step(approval, new Signal.PeopleChanged(people(mayVote), LATER));
  }
}
