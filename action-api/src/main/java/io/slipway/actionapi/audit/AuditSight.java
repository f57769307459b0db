package io.slipway.actionapi.audit;

import io.slipway.chassis.caller.Caller;
import reactor.core.publisher.Mono;

/** Whether somebody who is no Admin may see what a row of the audit log is about. */
public interface AuditSight {

  /** Whether the caller may see this run. */
  Mono<Boolean> run(Caller caller, String runId);

  /** Whether the caller may see this entity; false when it is gone. */
  Mono<Boolean> entity(Caller caller, String blueprint, String identifier);
}
