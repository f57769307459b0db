package io.slipway.catalog.organization;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.EditBlueprints;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.entity.WriteEntity;
import io.slipway.catalog.entity.WriteMode;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Refusal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Makes the catalog's part of an organisation, and takes it away again; both repeat harmlessly. */
public final class FoundOrganization {
  private static final String SELF = "catalog-service";

  private final Organizations organizations;
  private final EditBlueprints blueprints;
  private final WriteEntity write;
  private final Atomic atomic;
  private final Clock clock;

  public FoundOrganization(
      Organizations organizations,
      EditBlueprints blueprints,
      WriteEntity write,
      Atomic atomic,
      Clock clock) {
    this.organizations = organizations;
    this.blueprints = blueprints;
    this.write = write;
    this.atomic = atomic;
    this.clock = clock;
  }

  /** Makes what is missing: the built-in blueprints, and the Admin as an active user. */
  public Mono<Void> found(
      String organization, String name, @Nullable String admin, String publicUrl) {
    var self = Caller.service(organization, SELF);
    return atomic.atomically(
        Mono.defer(() -> organizations.remember(organization, name, publicUrl))
            .flatMap(
                alive -> {
                  if (!alive) {
                    throw Refusal.of(
                        410, "gone", "Organization \"" + organization + "\" was erased");
                  }
                  var doing = new Doing(self, Times.shown(clock.instant()), null);
                  return blueprints
                      .createBuiltIn(doing)
                      .then(admin == null ? Mono.<Void>empty() : appoint(self, admin));
                }));
  }

  private Mono<Void> appoint(Caller self, String email) {
    var body = Json.object();
    body.put("identifier", email);
    body.putObject("properties").put("status", "Active").put("port_role", "Admin");
    return write
        .write(
            new WriteEntity.Request(
                self, Blueprint.USER, WriteMode.CREATE, null, body, WriteEntity.Options.PLAIN))
        .onErrorResume(Refusal.class, FoundOrganization::alreadyThere)
        .then();
  }

  /** Whoever is there already stays as they were changed since. */
  private static <T> Mono<T> alreadyThere(Refusal refusal) {
    return refusal.status() == 409 ? Mono.empty() : Mono.error(refusal);
  }

  /** Takes everything away. */
  public Mono<Void> erase(String organization) {
    return atomic.atomically(Mono.defer(() -> organizations.erase(organization)));
  }
}
