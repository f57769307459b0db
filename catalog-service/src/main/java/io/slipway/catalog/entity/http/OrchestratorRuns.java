package io.slipway.catalog.entity.http;

import io.slipway.catalog.entity.RunsGoingOn;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.problem.Refusal;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks at the orchestrator's door; a write is tied only to a run in progress. */
@Component
class OrchestratorRuns implements RunsGoingOn {
  private final Doors doors;

  OrchestratorRuns(Doors doors) {
    this.doors = doors;
  }

  @Override
  public Mono<Standing> standing(String organization, String runId) {
    var path = "/internal/runs/" + UriUtils.encodePathSegment(runId, StandardCharsets.UTF_8);
    return doors
        .get(Service.RUN_ORCHESTRATOR, path, Caller.service(organization, "catalog-service"))
        .map(OrchestratorRuns::read)
        .onErrorResume(
            Refusal.class,
            refusal -> refusal.status() == 404 ? Mono.just(Standing.UNKNOWN) : Mono.error(refusal));
  }

  private static Standing read(JsonNode answer) {
    var status = answer.path("run").path("status").asString("");
    return status.equals("IN_PROGRESS") ? Standing.GOING_ON : Standing.NOT_GOING_ON;
  }
}
