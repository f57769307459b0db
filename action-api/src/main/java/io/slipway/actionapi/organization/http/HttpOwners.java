package io.slipway.actionapi.organization.http;

import io.slipway.actionapi.organization.Organization;
import io.slipway.actionapi.organization.Owners;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.json.Json;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks each owner for its part, the catalog first: without people nothing else is of use. */
@Component
class HttpOwners implements Owners {
  private static final List<Service> OWNERS =
      List.of(
          Service.CATALOG_SERVICE,
          Service.RUN_ORCHESTRATOR,
          Service.APPROVAL_SERVICE,
          Service.NOTIFIER);

  private final Doors doors;
  private final URI publicUrl;

  HttpOwners(Doors doors, @Value("${slipway.public-url:http://127.0.0.1:8080}") URI publicUrl) {
    this.doors = doors;
    this.publicUrl = publicUrl;
  }

  @Override
  public Mono<Void> welcome(Organization organization) {
    var self = Caller.service(organization.id(), Service.ACTION_API.id());
    var body = Json.object();
    body.put("name", organization.name());
    if (!organization.adminEmail().isEmpty()) {
      body.put("adminEmail", organization.adminEmail());
    }
    body.put("publicUrl", publicUrl.toString());
    return Flux.fromIterable(OWNERS)
        .concatMap(
            owner -> doors.put(owner, "/internal/organizations/" + organization.id(), self, body))
        .then();
  }
}
