package io.slipway.actionapi.access.web;

import io.slipway.actionapi.access.Credentials;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The door at which a service asks for the secret that signs for an organisation. */
@RestController
class SigningKeyDoor {
  private final Credentials credentials;

  SigningKeyDoor(Credentials credentials) {
    this.credentials = credentials;
  }

  @GetMapping("/internal/secrets/signing-key")
  Mono<JsonNode> signingKey(Caller caller) {
    return credentials
        .signingSecret(caller.organization())
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Organization", caller.organization())))
        .map(key -> Json.object().put("ok", true).put("key", key));
  }
}
