package io.slipway.notifier.delivery;

import reactor.core.publisher.Mono;

/** The logs of runs, which the orchestrator keeps. */
public interface RunLogs {

  /** Writes that somebody could not be told, once however often it is asked; an error when away. */
  Mono<Void> write(GivenUp givenUp);
}
