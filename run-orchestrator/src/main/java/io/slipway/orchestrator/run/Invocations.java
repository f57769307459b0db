package io.slipway.orchestrator.run;

import reactor.core.publisher.Mono;

/** The edge, which knows of an invocation before anybody has heard of it. */
public interface Invocations {

  /** Fetches an invocation; empty when there is none. */
  Mono<Invocation> fetch(String organization, RunId id);
}
