package io.slipway.actionapi.routing.web;

import io.slipway.actionapi.access.RememberedPeople;
import io.slipway.actionapi.invocation.HandOver;
import io.slipway.actionapi.invocation.Invocations;
import io.slipway.actionapi.routing.Paths;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Which owner answers for what: whoever owns the row. */
@RestController
class ForwardController {
  private final Forwarder forwarder;
  private final RememberedPeople people;
  private final HandOver handOver;
  private final Invocations invocations;

  ForwardController(
      Forwarder forwarder, RememberedPeople people, HandOver handOver, Invocations invocations) {
    this.forwarder = forwarder;
    this.people = people;
    this.handOver = handOver;
    this.invocations = invocations;
  }

  @RequestMapping({
    "/v1/blueprints/**",
    "/v1/entities/**",
    "/v1/users/**",
    "/v1/teams/**",
    "/v1/scorecards/**",
    "/v1/webhooks/**",
    "/v1/integration/**",
    "/v1/migrations/**"
  })
  Mono<Void> catalog(ServerWebExchange exchange, Caller caller) {
    var request = exchange.getRequest();
    boolean changes =
        request.getMethod() != HttpMethod.GET && Paths.leadsToPeople(request.getPath().value());
    if (changes) {
      // Before the client has its answer, and also if it never gets one.
      exchange
          .getResponse()
          .beforeCommit(() -> Mono.fromRunnable(() -> people.forget(caller.organization())));
    }
    return forwarder
        .forward(exchange, caller, Service.CATALOG_SERVICE)
        .doFinally(
            end -> {
              if (changes) {
                people.forget(caller.organization());
              }
            });
  }

  @PatchMapping("/v1/actions/runs/{id}/approval")
  Mono<Void> vote(ServerWebExchange exchange, Caller caller) {
    return forwarder.forward(exchange, caller, Service.APPROVAL_SERVICE);
  }

  @GetMapping("/v1/actions/runs/{id}/approvers")
  Mono<Void> approvers(ServerWebExchange exchange, Caller caller) {
    return forwarder.forward(exchange, caller, Service.APPROVAL_SERVICE);
  }

  @RequestMapping({"/v1/actions/runs/**", "/api/runs/**"})
  Mono<Void> runs(ServerWebExchange exchange, Caller caller) {
    return forwarder.forward(exchange, caller, Service.RUN_ORCHESTRATOR);
  }

  /** Whoever has just asked for something finds it in the list. */
  @GetMapping({"/v1/actions/runs", "/api/runs"})
  Mono<Void> list(ServerWebExchange exchange, Caller caller) {
    return handOver
        .unconfirmed(caller.organization())
        .then(forwarder.forward(exchange, caller, Service.RUN_ORCHESTRATOR));
  }

  /** While the orchestrator is away, a run that it has not begun is as it was answered. */
  @GetMapping("/v1/actions/runs/{id}")
  Mono<Void> run(ServerWebExchange exchange, Caller caller, @PathVariable String id) {
    return forwarder
        .forward(exchange, caller, Service.RUN_ORCHESTRATOR)
        .onErrorResume(
            Refusal.class,
            away ->
                away.status() == 503
                    ? invocations
                        .unconfirmedRun(caller.organization(), id)
                        .filter(run -> mayRead(caller, run))
                        .switchIfEmpty(Mono.error(away))
                        .flatMap(run -> answer(exchange, run))
                    : Mono.error(away));
  }

  /** Who else may is for the orchestrator to say. */
  private static boolean mayRead(Caller caller, JsonNode run) {
    return caller.isAdmin() || caller.principal().equals(run.path("createdBy").asString(""));
  }

  private static Mono<Void> answer(ServerWebExchange exchange, JsonNode run) {
    var answer = Json.object().put("ok", true);
    answer.set("run", run);
    var response = exchange.getResponse();
    response.setStatusCode(HttpStatus.OK);
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    var bytes = Json.text(answer).getBytes(StandardCharsets.UTF_8);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
  }
}
