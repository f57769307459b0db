package io.slipway.approvals.approval.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.approvals.approval.Approval;
import io.slipway.approvals.approval.ApprovalState;
import io.slipway.approvals.approval.Party;
import io.slipway.approvals.approval.Question;
import io.slipway.approvals.approval.QuorumRule;
import io.slipway.approvals.approval.RunRef;
import io.slipway.approvals.approval.Verdict;
import io.slipway.approvals.approval.Vote;
import io.slipway.chassis.rows.Rows;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code approval} or {@code vote}. */
final class ApprovalRow {
  private ApprovalRow() {}

  static Approval approval(Readable row) {
    var run = new RunRef(text(row, "organization"), text(row, "run_id"));
    var question =
        new Question(
            run,
            QuorumRule.valueOf(text(row, "quorum")),
            ApprovalTexts.rule(text(row, "may_vote")),
            ApprovalTexts.briefing(text(row, "briefing")),
            Rows.required(row, "created_at", Instant.class));
    return new Approval(
        text(row, "id"),
        question,
        ApprovalTexts.people(text(row, "asked")),
        List.of(),
        state(row),
        Rows.required(row, "version", Long.class));
  }

  static Vote vote(Readable row) {
    var voter =
        new Party(
            text(row, "voter_id"),
            Rows.optional(row, "voter_email", String.class),
            Party.Kind.valueOf(text(row, "voter_kind")),
            null);
    return new Vote(
        voter,
        Verdict.valueOf(text(row, "verdict")),
        Rows.optional(row, "description", String.class),
        Rows.required(row, "at", Instant.class));
  }

  private static ApprovalState state(Readable row) {
    var name = text(row, "state");
    if (name.equals("OPEN")) {
      return new ApprovalState.Open();
    }
    var at = Rows.required(row, "settled_at", Instant.class);
    return switch (name) {
      case "APPROVED" -> new ApprovalState.Approved(at);
      case "DECLINED" -> new ApprovalState.Declined(at);
      case "RUN_LEFT" -> new ApprovalState.RunLeft(at);
      default -> throw new IllegalStateException("an approval in the state " + name);
    };
  }

  static String name(ApprovalState state) {
    return switch (state) {
      case ApprovalState.Open _ -> "OPEN";
      case ApprovalState.Approved _ -> "APPROVED";
      case ApprovalState.Declined _ -> "DECLINED";
      case ApprovalState.RunLeft _ -> "RUN_LEFT";
    };
  }

  static @Nullable Instant settledAt(ApprovalState state) {
    return switch (state) {
      case ApprovalState.Open _ -> null;
      case ApprovalState.Approved approved -> approved.at();
      case ApprovalState.Declined declined -> declined.at();
      case ApprovalState.RunLeft left -> left.at();
    };
  }

  private static String text(Readable row, String column) {
    return Rows.required(row, column, String.class);
  }
}
