package io.slipway.approvals.approval;

import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where approvals are kept. What a step says and its audit are kept in the same transaction. */
public interface Approvals {

  /** The approval of a run, or nothing. */
  Mono<Approval> find(RunRef run);

  /** The approvals of an organisation that await votes. */
  Flux<Approval> open(String organization);

  /**
   * Keeps a new approval, unless its run has one, its cause was seen before, or its organisation
   * was erased; true when it was kept.
   *
   * @param cause the id of the event that made it
   */
  Mono<Boolean> begin(String cause, Step opening);

  /**
   * Locks an approval and lends it to a pure function; nothing when the run has no approval.
   * Finishes once begun, even if whoever asked goes away.
   */
  Mono<Moved> advance(RunRef run, Function<Approval, Change> change);
}
