package io.slipway.catalog.organization.web;

import io.slipway.catalog.face.Answers;
import io.slipway.catalog.face.Bodies;
import io.slipway.catalog.organization.FoundOrganization;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.DoorFilter;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/internal/organizations/{organization}")
class OrganizationDoor {
  private final FoundOrganization organizations;

  OrganizationDoor(FoundOrganization organizations) {
    this.organizations = organizations;
  }

  @PutMapping
  Mono<JsonNode> found(
      Caller caller,
      ServerWebExchange exchange,
      @PathVariable String organization,
      @RequestBody JsonNode body) {
    mustBeTheEdge(exchange, caller, organization);
    var object = Bodies.object(body);
    var name = Json.string(object, "name");
    var publicUrl = Json.string(object, "publicUrl");
    return organizations
        .found(
            organization,
            name == null ? organization : name,
            Json.string(object, "adminEmail"),
            publicUrl == null ? "" : publicUrl)
        .then(Mono.fromSupplier(Answers::ok));
  }

  @DeleteMapping
  Mono<JsonNode> erase(
      Caller caller, ServerWebExchange exchange, @PathVariable String organization) {
    mustBeTheEdge(exchange, caller, organization);
    return organizations.erase(organization).then(Mono.fromSupplier(Answers::ok));
  }

  /** The edge asks for itself; a client's request that it forwards must not get this far. */
  private static void mustBeTheEdge(
      ServerWebExchange exchange, Caller caller, String organization) {
    if (!DoorFilter.issuer(exchange).equals(Service.ACTION_API.id())
        || caller.kind() != Caller.Kind.SERVICE
        || !caller.organization().equals(organization)) {
      throw Refusal.forbidden("Only the edge makes and erases organizations");
    }
  }
}
