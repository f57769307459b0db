package io.slipway.approvals.approval.http;

import io.slipway.approvals.ApprovalService;
import io.slipway.approvals.approval.Heard;
import io.slipway.approvals.approval.Orchestrator;
import io.slipway.approvals.approval.RunRef;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.outbox.Saying;
import io.slipway.chassis.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The orchestrator behind its doors. */
@Component
class HttpOrchestrator implements Orchestrator {
  private static final String RUNS = "/internal/runs/";

  private final Doors doors;

  HttpOrchestrator(Doors doors) {
    this.doors = doors;
  }

  @Override
  public Mono<Heard> saidOf(RunRef run) {
    return doors
        .get(Service.RUN_ORCHESTRATOR, path(run) + "/said", self(run))
        .map(answer -> heard(answer.path("event")))
        .onErrorResume(HttpOrchestrator::isNotFound, _ -> Mono.empty());
  }

  @Override
  public Mono<Boolean> knows(RunRef run) {
    return doors
        .get(Service.RUN_ORCHESTRATOR, path(run), self(run))
        .map(_ -> true)
        .onErrorResume(HttpOrchestrator::isNotFound, _ -> Mono.just(false));
  }

  @Override
  public Mono<HandedOver> handOver(RunRef run, Saying decision) {
    var body = Json.object();
    body.put("eventId", decision.eventId());
    body.put("payload", Base64.getEncoder().encodeToString(decision.payload()));
    return doors
        .post(Service.RUN_ORCHESTRATOR, path(run) + "/decision", self(run), body)
        .map(
            answer ->
                new HandedOver(answer.path("accepted").asBoolean(false), answer.required("run")));
  }

  private static Heard heard(JsonNode event) {
    var eventId = Json.string(event, "eventId");
    var payload = Json.string(event, "payload");
    if (eventId == null || payload == null) {
      throw new IllegalStateException("run-orchestrator answered without an event");
    }
    return new Heard(eventId, Base64.getDecoder().decode(payload));
  }

  private static String path(RunRef run) {
    return RUNS + UriUtils.encodePathSegment(run.runId(), StandardCharsets.UTF_8);
  }

  private static Caller self(RunRef run) {
    return Caller.service(run.organization(), ApprovalService.NAME);
  }

  private static boolean isNotFound(Throwable failure) {
    return failure instanceof Refusal refusal && refusal.status() == 404;
  }
}
