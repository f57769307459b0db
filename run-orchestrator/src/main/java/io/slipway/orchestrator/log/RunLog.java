package io.slipway.orchestrator.log;

import io.slipway.orchestrator.run.LogLine;
import io.slipway.orchestrator.run.RunId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The log of a run: lines without any effect on it, whatever state it is in. */
public interface RunLog {

  /**
   * Writes a line, if there is such a run in this organization.
   *
   * @param creator who must have asked for the run; empty when anybody may write
   */
  Mono<Boolean> write(String organization, String creator, LogLine line);

  /** Lines as clients read them, oldest first. */
  Flux<JsonNode> page(RunId run, int limit, long offset);
}
