package io.slipway.approvals.organization.web;

import io.slipway.approvals.organization.Organizations;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.DoorFilter;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** This service's part of an organisation. */
@RestController
class OrganizationDoor {
  private final Organizations organizations;

  OrganizationDoor(Organizations organizations) {
    this.organizations = organizations;
  }

  @PutMapping("/internal/organizations/{id}")
  Mono<JsonNode> settle(
      @PathVariable String id,
      @RequestBody JsonNode body,
      Caller caller,
      ServerWebExchange exchange) {
    allow(id, caller, exchange);
    return organizations
        .settle(id, body.path("name").asString(id))
        .map(
            settled -> {
              if (!settled) {
                throw Refusal.conflict("Organization \"" + id + "\" was erased");
              }
              return ok();
            });
  }

  @DeleteMapping("/internal/organizations/{id}")
  Mono<JsonNode> erase(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
    allow(id, caller, exchange);
    return organizations.erase(id).then(Mono.fromSupplier(OrganizationDoor::ok));
  }

  private static void allow(String id, Caller caller, ServerWebExchange exchange) {
    if (!DoorFilter.issuer(exchange).equals(Service.ACTION_API.id())
        || caller.kind() != Caller.Kind.SERVICE
        || !caller.organization().equals(id)) {
      throw Refusal.forbidden("Only action-api makes and erases organisations");
    }
  }

  private static JsonNode ok() {
    return Json.object().put("ok", true);
  }
}
