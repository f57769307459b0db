package io.slipway.actionapi.access.web;

import io.slipway.actionapi.access.OwnAccess;
import io.slipway.actionapi.access.OwnAccess.Reply;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** People's own credentials and passwords. */
@RestController
class OwnAccessController {
  private final OwnAccess ownAccess;

  OwnAccessController(OwnAccess ownAccess) {
    this.ownAccess = ownAccess;
  }

  @PostMapping("/api/users/{email}/credentials")
  Mono<ResponseEntity<JsonNode>> credentials(Caller caller, @PathVariable String email) {
    return ownAccess.newCredentials(caller, email).map(OwnAccessController::render);
  }

  /** The contract's way to the same. */
  @PostMapping("/v1/rotate-credentials/{email}")
  Mono<JsonNode> rotate(Caller caller, @PathVariable String email) {
    return ownAccess
        .newCredentials(caller, email)
        .map(
            reply -> {
              var given = render(reply).getBody();
              var answer = Json.object().put("ok", true);
              if (given != null) {
                answer
                    .putObject("credentials")
                    .put("clientId", given.path("clientId").asString())
                    .put("clientSecret", given.path("clientSecret").asString());
              }
              return answer;
            });
  }

  @PutMapping("/api/users/{email}/password")
  Mono<ResponseEntity<JsonNode>> password(
      Caller caller, @PathVariable String email, @RequestBody JsonNode body) {
    var password = Json.string(body, "password");
    if (password == null
        || password.length() < OwnAccess.SHORTEST_PASSWORD
        || password.length() > OwnAccess.LONGEST_PASSWORD) {
      throw Refusal.invalid(
          "/password",
          "must be a string of "
              + OwnAccess.SHORTEST_PASSWORD
              + " to "
              + OwnAccess.LONGEST_PASSWORD
              + " characters");
    }
    return ownAccess.newPassword(caller, email, password).map(OwnAccessController::render);
  }

  private static ResponseEntity<JsonNode> render(Reply reply) {
    return switch (reply) {
      case Reply.Given(var clientId, var clientSecret) ->
          ResponseEntity.status(HttpStatus.CREATED)
              .body(
                  Json.object()
                      .put("ok", true)
                      .put("clientId", clientId)
                      .put("clientSecret", clientSecret));
      case Reply.Set() -> ResponseEntity.noContent().build();
      case Reply.Forbidden() ->
          throw Refusal.forbidden("Only the person or an Admin may change these");
      case Reply.Unknown(var email) -> throw Refusal.notFound("User", email);
    };
  }
}
