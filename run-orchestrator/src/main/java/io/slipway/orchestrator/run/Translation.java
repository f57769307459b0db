package io.slipway.orchestrator.run;

import org.jspecify.annotations.Nullable;

/** What the records of other services mean in the words of this one. */
public interface Translation {

  /** An {@code ActionInvoked} record. */
  Invocation invocation(byte[] record);

  /** An {@code ApprovalDecided} record. */
  Verdict verdict(byte[] record);

  /** Where the question stands after a vote. */
  enum Answer {
    OPEN,
    APPROVED,
    DECLINED,
    EXPIRED
  }

  /**
   * A vote, or the end of the question.
   *
   * @param voter null when the question was settled without a vote
   */
  record Verdict(
      RunId runId,
      String organization,
      Answer answer,
      @Nullable Actor voter,
      @Nullable String description) {}
}
