package io.slipway.catalog.entity;

import io.slipway.catalog.access.PermissionRows;
import io.slipway.catalog.access.Rights;
import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import reactor.core.publisher.Mono;

/**
 * Finds out what somebody may do with the entities of a blueprint, as it is said at this moment.
 */
final class EntityRights {
  private final PermissionRows rows;

  EntityRights(PermissionRows rows) {
    this.rows = rows;
  }

  Mono<Rights> of(Caller caller, Blueprint blueprint) {
    // An Admin may whatever is said, so that nobody needs to look.
    var said =
        caller.isAdmin()
            ? Mono.just(Json.object())
            : rows.said(blueprint.organization(), blueprint.id());
    return said.map(
        blocks -> new Rights(caller, blueprint.permissions(blocks), blueprint.isSystem()));
  }
}
