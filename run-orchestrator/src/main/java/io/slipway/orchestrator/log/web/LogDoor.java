package io.slipway.orchestrator.log.web;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.DoorFilter;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import io.slipway.orchestrator.run.ReportRun;
import io.slipway.orchestrator.run.RunId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Where the notifier says that somebody could not be told. */
@RestController
class LogDoor {
  private final ReportRun reportRun;

  LogDoor(ReportRun reportRun) {
    this.reportRun = reportRun;
  }

  /** A line with an id; repeated, it changes nothing. */
  @PostMapping("/internal/runs/{run}/log")
  Mono<JsonNode> write(
      @PathVariable String run,
      @RequestBody JsonNode body,
      Caller caller,
      ServerWebExchange exchange) {
    if (!DoorFilter.issuer(exchange).equals(Service.NOTIFIER.id())) {
      throw Refusal.forbidden("Only the notifier writes here");
    }
    var id = Json.string(body, "id");
    var message = Json.string(body, "message");
    if (id == null || message == null) {
      throw Refusal.invalid("/", "id and message are required");
    }
    return reportRun
        .note(caller.organization(), new RunId(run), Service.NOTIFIER.id() + "/" + id, message)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Run", run)))
        .map(_ -> Json.object().put("ok", true));
  }
}
