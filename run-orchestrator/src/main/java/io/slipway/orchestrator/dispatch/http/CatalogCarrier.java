package io.slipway.orchestrator.dispatch.http;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import io.slipway.orchestrator.dispatch.Call;
import io.slipway.orchestrator.dispatch.Carrier;
import io.slipway.orchestrator.dispatch.Delivery;
import io.slipway.orchestrator.dispatch.Delivery.Away;
import io.slipway.orchestrator.dispatch.Delivery.Settled;
import io.slipway.orchestrator.dispatch.EntityUpsert;
import io.slipway.orchestrator.run.Changes;
import io.slipway.orchestrator.run.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/**
 * Writes entities through the catalog's door: made if absent, else only what was given is changed,
 * so a second attempt writes what the first wrote. The run is named, and the catalog ties the
 * entity to it.
 */
@Component
class CatalogCarrier implements Carrier {
  /** The catalog is ours, and comes back; a run waits for it, and no longer than a day. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  private static final int AWAY = 503;

  private final Doors doors;

  CatalogCarrier(Doors doors) {
    this.doors = doors;
  }

  @Override
  public String method() {
    return EntityUpsert.METHOD;
  }

  @Override
  public Mono<Delivery> carry(Call call) {
    var upsert = EntityUpsert.of(call.request());
    var path =
        "/v1/blueprints/%s/entities?upsert=true&merge=true&run_id=%s"
            .formatted(
                UriUtils.encodePathSegment(upsert.blueprint(), StandardCharsets.UTF_8),
                call.run().value());
    var self = Caller.service(call.organization(), Service.RUN_ORCHESTRATOR.id());
    return doors
        .post(Service.CATALOG_SERVICE, path, self, upsert.entity())
        .<Delivery>map(_ -> written(upsert))
        .onErrorResume(Refusal.class, refusal -> Mono.just(refused(refusal)));
  }

  private static Delivery written(EntityUpsert upsert) {
    var line = "The entity " + upsert.blueprint() + ":" + upsert.identifier() + " was written";
    return new Settled(Outcome.SUCCESS, Changes.NONE, line);
  }

  private static Delivery refused(Refusal refusal) {
    if (refusal.status() == AWAY) {
      return new Away("The catalog is away", null, PATIENCE);
    }
    var details = refusal.details();
    return Settled.failed(
        "The catalog refused the entity: "
            + refusal.sentence()
            + (details == null ? "" : " " + Json.text(details)));
  }
}
