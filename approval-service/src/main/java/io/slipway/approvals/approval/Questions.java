package io.slipway.approvals.approval;

import java.util.Optional;

/** Reads what is to be asked out of what the orchestrator said. */
public interface Questions {

  /** The question, or nothing when that event does not begin a wait for approval. */
  Optional<Question> read(Heard heard);
}
