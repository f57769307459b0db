package io.slipway.orchestrator.dispatch;

import io.slipway.orchestrator.run.RunId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Work that has to leave and could not yet, and work that will never arrive. */
public interface DueDispatches {

  /**
   * A run whose work is due.
   *
   * @param traceparent of the trace in which it was wanted, if there was one
   */
  record Due(String organization, RunId run, @Nullable String traceparent) {}

  /** A run whose message the broker will never take. */
  record Parked(String organization, RunId run, String reason) {}

  /**
   * Claims what is due by the database's clock. A claim lasts a while and grows with each try; what
   * has not left by then is due again, for any replica.
   */
  Flux<Due> claim(int most);

  /** Forgets what is due, since the run no longer needs it. */
  Mono<Void> drop(RunId run);

  /** Runs that go on though their message was parked. */
  Flux<Parked> parked();
}
