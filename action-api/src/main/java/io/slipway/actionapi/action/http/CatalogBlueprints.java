package io.slipway.actionapi.action.http;

import io.slipway.actionapi.action.Blueprints;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.problem.Refusal;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Asks the catalog, which owns blueprints. */
@Component
class CatalogBlueprints implements Blueprints {
  private final Doors doors;

  CatalogBlueprints(Doors doors) {
    this.doors = doors;
  }

  @Override
  public Mono<Boolean> exists(String organization, String identifier) {
    var path = "/internal/blueprints/" + UriUtils.encode(identifier, StandardCharsets.UTF_8);
    return doors
        .get(Service.CATALOG_SERVICE, path, Caller.service(organization, Service.ACTION_API.id()))
        .thenReturn(true)
        .onErrorResume(
            Refusal.class,
            refusal -> refusal.status() == 404 ? Mono.just(false) : Mono.error(refusal));
  }
}
