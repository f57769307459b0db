package io.slipway.actionapi.invocation.web;

import io.slipway.actionapi.invocation.InvocationMeters;
import io.slipway.actionapi.invocation.InvokeAction;
import io.slipway.actionapi.invocation.InvokeAction.Reply;
import io.slipway.actionapi.invocation.RefusedInvocations;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asking for an action. */
@RestController
class InvocationController {
  private static final String SELF_SERVICE = "self-service";
  private static final int LONGEST_KEY = 255;

  private final InvokeAction invokeAction;
  private final RefusedInvocations refused;
  private final InvocationMeters meters;

  InvocationController(
      InvokeAction invokeAction, RefusedInvocations refused, InvocationMeters meters) {
    this.invokeAction = invokeAction;
    this.refused = refused;
    this.meters = meters;
  }

  @PostMapping("/v1/actions/{identifier}/runs")
  Mono<ResponseEntity<JsonNode>> invoke(
      Caller caller,
      @PathVariable String identifier,
      @RequestParam(name = "run_as", required = false) @Nullable String runAs,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody JsonNode body) {
    var request =
        new InvokeAction.Request(identifier, caller, runAs, body, key == null ? "" : checked(key));
    return invokeAction
        .handle(request)
        .doOnError(failure -> meters.invoked(SELF_SERVICE, "failed"))
        .doOnNext(reply -> meters.invoked(SELF_SERVICE, word(reply)))
        .flatMap(reply -> refused.note(request, reply).thenReturn(reply))
        .map(InvocationController::render);
  }

  private static String checked(String key) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw Refusal.invalid("Idempotency-Key", "must have 1 to 255 characters");
    }
    return key;
  }

  private static ResponseEntity<JsonNode> render(Reply reply) {
    return switch (reply) {
      case Reply.Accepted(var run) -> accepted(run).body(answer(run));
      case Reply.Repeated(var run) ->
          accepted(run).header("Idempotency-Replayed", "true").body(answer(run));
      case Reply.KeyUsed() ->
          throw Refusal.invalid("Idempotency-Key", "was used for another request");
      case Reply.Invalid(var faults) -> throw Refusal.invalid(faults);
      case Reply.Forbidden(var why) -> throw Refusal.forbidden(why);
      case Reply.Unknown(var resource, var identifier) ->
          throw Refusal.notFound(resource, identifier);
    };
  }

  private static ResponseEntity.BodyBuilder accepted(JsonNode run) {
    return ResponseEntity.accepted()
        .location(URI.create("/v1/actions/runs/" + run.path("id").asString("")));
  }

  private static JsonNode answer(JsonNode run) {
    var answer = Json.object().put("ok", true);
    answer.set("run", run);
    return answer;
  }

  private static String word(Reply reply) {
    return switch (reply) {
      case Reply.Accepted _ -> "accepted";
      case Reply.Repeated _ -> "repeated";
      case Reply.KeyUsed _, Reply.Invalid _ -> "invalid";
      case Reply.Forbidden _ -> "forbidden";
      case Reply.Unknown _ -> "unknown";
    };
  }
}
