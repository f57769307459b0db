package io.slipway.actionapi.invocation.web;

import io.slipway.actionapi.invocation.Invocations;
import io.slipway.actionapi.invocation.SaidJson;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The door at which the orchestrator fetches an invocation that Kafka has not brought it yet. */
@RestController
class InvocationDoor {
  private final Invocations invocations;

  InvocationDoor(Invocations invocations) {
    this.invocations = invocations;
  }

  @GetMapping("/internal/invocations/{runId}")
  Mono<JsonNode> invocation(Caller caller, @PathVariable String runId) {
    return invocations
        .said(caller.organization(), runId)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Run", runId)))
        .map(
            said -> {
              var answer = Json.object().put("ok", true);
              answer.set("event", SaidJson.of(said));
              return answer;
            });
  }
}
