package io.slipway.actionapi.secret.web;

import io.slipway.actionapi.secret.EditSecrets;
import io.slipway.actionapi.secret.EditSecrets.Reply;
import io.slipway.actionapi.secret.Secrets;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The organisation's secrets, without their values. */
@RestController
@RequestMapping("/v1/organization/secrets")
class SecretController {
  private final Secrets secrets;
  private final EditSecrets editSecrets;

  SecretController(Secrets secrets, EditSecrets editSecrets) {
    this.secrets = secrets;
    this.editSecrets = editSecrets;
  }

  @GetMapping
  Mono<JsonNode> list(Caller caller) {
    adminOnly(caller);
    return secrets
        .all(caller.organization())
        .<JsonNode>map(EditSecrets::metadata)
        .collectList()
        .map(
            shown -> {
              var answer = Json.object().put("ok", true);
              answer.putArray("secrets").addAll(shown);
              return answer;
            });
  }

  @PostMapping
  Mono<JsonNode> create(Caller caller, @RequestBody JsonNode body) {
    adminOnly(caller);
    return editSecrets.add(caller, body).map(SecretController::render);
  }

  @GetMapping("/{name}")
  Mono<JsonNode> get(Caller caller, @PathVariable String name) {
    adminOnly(caller);
    return secrets
        .find(caller.organization(), name)
        .<Reply>map(Reply.Saved::new)
        .defaultIfEmpty(new Reply.Unknown(name))
        .map(SecretController::render);
  }

  @PatchMapping("/{name}")
  Mono<JsonNode> change(Caller caller, @PathVariable String name, @RequestBody JsonNode body) {
    adminOnly(caller);
    return editSecrets.change(caller, name, body).map(SecretController::render);
  }

  @DeleteMapping("/{name}")
  Mono<JsonNode> delete(Caller caller, @PathVariable String name) {
    adminOnly(caller);
    return editSecrets.remove(caller, name).map(SecretController::render);
  }

  /** A parser's complaint repeats what it met, which here may be the secret: ours does not. */
  @ExceptionHandler(ServerWebInputException.class)
  ResponseEntity<JsonNode> unreadable(ServerWebInputException failure) {
    var malformed = failure.getCause() instanceof DecodingException;
    return ResponseEntity.status(malformed ? 400 : 422)
        .body(
            Json.object()
                .put("ok", false)
                .put("error", malformed ? "bad_request" : "invalid_request")
                .put("message", "The request body is not valid JSON"));
  }

  private static JsonNode render(Reply reply) {
    var ok = Json.object().put("ok", true);
    return switch (reply) {
      case Reply.Saved(var secret) -> ok.set("secret", EditSecrets.metadata(secret));
      case Reply.Removed() -> ok;
      case Reply.Invalid(var faults) -> throw Refusal.invalid(faults);
      case Reply.Taken(var name) -> throw Refusal.taken("Secret", name);
      case Reply.Unknown(var name) -> throw Refusal.notFound("Secret", name);
    };
  }

  private static void adminOnly(Caller caller) {
    if (!caller.isAdmin()) {
      throw Refusal.forbidden(
          "Only an Admin or the organization's own credentials may work with secrets");
    }
  }
}
