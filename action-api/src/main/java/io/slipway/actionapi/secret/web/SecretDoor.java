package io.slipway.actionapi.secret.web;

import io.slipway.actionapi.secret.Secrets;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.DoorFilter;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The door at which the services that use secrets ask for one, by name, at use. They remember it
 * for at most 60 seconds, so that a rotation takes effect within a minute.
 */
@RestController
class SecretDoor {
  private static final Set<String> USERS =
      Set.of("run-orchestrator", "catalog-service", "notifier");

  private final Secrets secrets;

  SecretDoor(Secrets secrets) {
    this.secrets = secrets;
  }

  @GetMapping("/internal/organization/secrets/{name}")
  Mono<JsonNode> value(Caller caller, ServerWebExchange exchange, @PathVariable String name) {
    if (!USERS.contains(DoorFilter.issuer(exchange))) {
      throw Refusal.forbidden("Only services that use secrets may ask for one");
    }
    return secrets
        .value(caller.organization(), name)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Secret", name)))
        .map(
            value -> {
              var answer = Json.object().put("ok", true);
              answer.putObject("secret").put("secretName", name).put("secretValue", value);
              return answer;
            });
  }
}
