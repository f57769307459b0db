package io.slipway.chassis.organization;

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

/** The edge's door to this service's part of an organisation. */
@RestController
public final class OrganizationDoor {
  private final OrganizationPart part;

  public OrganizationDoor(OrganizationPart part) {
    this.part = part;
  }

  @PutMapping("/internal/organizations/{id}")
  Mono<JsonNode> settle(
      @PathVariable String id,
      @RequestBody JsonNode body,
      Caller caller,
      ServerWebExchange exchange) {
    onlyTheEdge(id, caller, exchange);
    var name = Json.string(body, "name");
    var profile =
        new OrganizationPart.Profile(name == null ? id : name, Json.string(body, "publicUrl"));
    return part.settle(id, profile)
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
    onlyTheEdge(id, caller, exchange);
    return part.erase(id).then(Mono.fromSupplier(OrganizationDoor::ok));
  }

  /** The edge asks for itself; a client's request that it forwards must not get this far. */
  private static void onlyTheEdge(String id, Caller caller, ServerWebExchange exchange) {
    if (!DoorFilter.issuer(exchange).equals(Service.ACTION_API.id())
        || caller.kind() != Caller.Kind.SERVICE
        || !caller.organization().equals(id)) {
      throw Refusal.forbidden("Only the edge makes and erases organizations");
    }
  }

  private static JsonNode ok() {
    return Json.object().put("ok", true);
  }
}
