package io.slipway.actionapi.audit.http;

import io.slipway.actionapi.audit.AuditSight;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.problem.Refusal;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Asks the owner for the thing itself, on behalf of the caller: whoever may read it, may. */
@Component
class OwnersSight implements AuditSight {
  private final Doors doors;

  OwnersSight(Doors doors) {
    this.doors = doors;
  }

  @Override
  public Mono<Boolean> run(Caller caller, String runId) {
    return there(caller, Service.RUN_ORCHESTRATOR, "/v1/actions/runs/" + encoded(runId));
  }

  @Override
  public Mono<Boolean> entity(Caller caller, String blueprint, String identifier) {
    return there(
        caller,
        Service.CATALOG_SERVICE,
        "/v1/blueprints/" + encoded(blueprint) + "/entities/" + encoded(identifier));
  }

  private Mono<Boolean> there(Caller caller, Service owner, String path) {
    return doors
        .get(owner, path, caller)
        .thenReturn(true)
        .onErrorResume(
            Refusal.class,
            refusal ->
                refusal.status() == 404 || refusal.status() == 403
                    ? Mono.just(false)
                    : Mono.error(refusal));
  }

  private static String encoded(String segment) {
    return UriUtils.encode(segment, StandardCharsets.UTF_8);
  }
}
