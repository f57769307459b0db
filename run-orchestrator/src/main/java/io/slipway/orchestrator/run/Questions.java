package io.slipway.orchestrator.run;

import reactor.core.publisher.Mono;

/**
 * The records by which runs began to wait for approval. Whoever asks the people may be asked about
 * a run before the record has reached them; then they fetch it from here.
 */
public interface Questions {

  /** A record as it was said. */
  record Question(String eventId, RunId runId, byte[] record) {}

  /** The record about a run, if it ever waited. */
  Mono<Question> about(RunId runId);
}
