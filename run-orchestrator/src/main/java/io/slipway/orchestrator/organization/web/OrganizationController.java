package io.slipway.orchestrator.organization.web;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.DoorFilter;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import io.slipway.orchestrator.organization.Organizations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** This service's part of making and erasing an organization; only the edge may ask for it. */
@RestController
@RequestMapping("/internal/organizations/{id}")
class OrganizationController {
  private final Organizations organizations;

  OrganizationController(Organizations organizations) {
    this.organizations = organizations;
  }

  /** Nothing is kept of an organization before its first run. */
  @PutMapping
  Mono<JsonNode> make(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
    onlyTheEdge(id, caller, exchange);
    return organizations
        .isErased(id)
        .map(
            erased -> {
              if (erased) {
                throw Refusal.conflict("Organization " + id + " has been erased");
              }
              return ok();
            });
  }

  @DeleteMapping
  Mono<JsonNode> erase(@PathVariable String id, Caller caller, ServerWebExchange exchange) {
    onlyTheEdge(id, caller, exchange);
    return organizations.erase(id).thenReturn(ok());
  }

  private static void onlyTheEdge(String id, Caller caller, ServerWebExchange exchange) {
    var fromEdge = DoorFilter.issuer(exchange).equals(Service.ACTION_API.id());
    if (!fromEdge || !caller.organization().equals(id)) {
      throw Refusal.forbidden("Only the edge makes and erases organizations");
    }
  }

  private static JsonNode ok() {
    return Json.object().put("ok", true);
  }
}
