package io.slipway.approvals.approval;

import io.slipway.chassis.outbox.Saying;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Who owns the runs. */
public interface Orchestrator {

  /** The event by which a run began to wait for approval; nothing when it never did. */
  Mono<Heard> saidOf(RunRef run);

  /** Whether there is such a run at all. */
  Mono<Boolean> knows(RunRef run);

  /** Hands over a decision, which it will hear on Kafka too, and answers with its run. */
  Mono<HandedOver> handOver(RunRef run, Saying decision);

  /**
   * What the orchestrator made of a decision.
   *
   * @param accepted false when the run had ended before
   * @param run as a reader of the API sees it now
   */
  record HandedOver(boolean accepted, JsonNode run) {}
}
