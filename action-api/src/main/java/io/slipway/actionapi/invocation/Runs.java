package io.slipway.actionapi.invocation;

import java.util.List;
import reactor.core.publisher.Mono;

/** The orchestrator, to whom invocations can be handed when Kafka has not brought them yet. */
public interface Runs {

  /** Begins these runs, those that have begun already included; the ids of all that now are. */
  Mono<List<String>> begin(String organization, List<Said> invocations);
}
