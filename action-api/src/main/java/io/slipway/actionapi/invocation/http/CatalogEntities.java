package io.slipway.actionapi.invocation.http;

import io.slipway.actionapi.invocation.Entities;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.problem.Refusal;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks the catalog, which owns entities, on behalf of the caller. */
@Component
class CatalogEntities implements Entities {
  private final Doors doors;

  CatalogEntities(Doors doors) {
    this.doors = doors;
  }

  @Override
  public Mono<JsonNode> find(Caller caller, String blueprint, String identifier) {
    var path = "/internal/entities/" + encoded(blueprint) + "/" + encoded(identifier);
    return doors
        .get(Service.CATALOG_SERVICE, path, caller)
        .map(answer -> answer.path("entity"))
        .onErrorResume(
            Refusal.class, refusal -> refusal.status() == 404 ? Mono.empty() : Mono.error(refusal));
  }

  private static String encoded(String segment) {
    return UriUtils.encode(segment, StandardCharsets.UTF_8);
  }
}
