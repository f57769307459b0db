package io.slipway.actionapi.organization.web;

import io.slipway.actionapi.organization.Organizations;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The door at which a service asks for one setting of an organisation, by name, at use. */
@RestController
class SettingDoor {
  private final Organizations organizations;

  SettingDoor(Organizations organizations) {
    this.organizations = organizations;
  }

  @GetMapping("/internal/organization/settings/{name}")
  Mono<JsonNode> value(Caller caller, @PathVariable String name) {
    return organizations
        .find(caller.organization())
        .mapNotNull(organization -> organization.settings().get(name))
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Setting", name)))
        .map(value -> Json.object().put("ok", true).set("value", value));
  }
}
