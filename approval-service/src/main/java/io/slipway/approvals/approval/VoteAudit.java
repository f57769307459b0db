package io.slipway.approvals.approval;

import io.slipway.chassis.audit.AuditEntry;
import io.slipway.chassis.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the audit log keeps of a vote: a change of the run, or the refusal of one. */
final class VoteAudit {
  private VoteAudit() {}

  /** The entry for a vote that was counted or refused. */
  static @Nullable AuditEntry of(Approval before, Step step, Signal.Voted voted, Ballot ballot) {
    return switch (step.ruling()) {
      case MOVED -> done(before, step.approval(), voted.vote(), ballot);
      case MAY_NOT_VOTE -> refused(before, voted.vote(), ballot, "may not approve this run");
      case VOTED_BEFORE -> refused(before, voted.vote(), ballot, "has voted before");
      case SETTLED_BEFORE -> refused(before, voted.vote(), ballot, "the run was decided before");
      case UNMOVED -> null;
    };
  }

  private static AuditEntry done(Approval before, Approval after, Vote vote, Ballot ballot) {
    var diff = Json.object();
    diff.set("before", RunViews.waiting(before));
    diff.set("after", RunViews.decided(after));
    return AuditEntry.done(vote.at(), ballot.caller(), "UPDATE", "run", context(before), diff);
  }

  private static AuditEntry refused(Approval approval, Vote vote, Ballot ballot, String why) {
    var diff = Json.object();
    diff.set("before", RunViews.waiting(approval));
    diff.putNull("after");
    return AuditEntry.refused(
        vote.at(), ballot.caller(), "UPDATE", "run", context(approval), diff, why);
  }

  private static ObjectNode context(Approval approval) {
    var run = Json.parse(approval.question().briefing().runJson());
    var context = Json.object();
    context.put("runId", approval.question().run().runId());
    identifier(context, "blueprint", run);
    identifier(context, "entity", run);
    identifier(context, "action", run);
    return context;
  }

  private static void identifier(ObjectNode context, String member, JsonNode run) {
    var identifier = Json.string(run.path(member), "identifier");
    if (identifier != null) {
      context.put(member, identifier);
    }
  }
}
