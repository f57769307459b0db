package io.slipway.catalog.permission;

import io.slipway.catalog.access.PermissionRows;
import io.slipway.catalog.access.Permissions;
import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Followers;
import io.slipway.catalog.blueprint.Renaming;
import io.slipway.chassis.json.Json;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** What is said about parts of a blueprint keeps to them, and goes with them. */
public final class PermissionsFollow implements Followers {
  private final PermissionRows rows;

  public PermissionsFollow(PermissionRows rows) {
    this.rows = rows;
  }

  @Override
  public Mono<Void> renamed(Blueprint before, Renaming renaming) {
    return switch (renaming.part()) {
      case MIRROR -> Mono.empty();
      case PROPERTY -> renamed(before, renaming, Permissions.BY_PROPERTY);
      case RELATION -> renamed(before, renaming, Permissions.BY_RELATION);
    };
  }

  private Mono<Void> renamed(Blueprint blueprint, Renaming renaming, String group) {
    return rewrite(
        blueprint, said -> Permissions.renamed(said, group, renaming.from(), renaming.to()));
  }

  @Override
  public Mono<Void> changed(Blueprint before, Blueprint after) {
    return rewrite(
        before,
        said -> Permissions.followed(said, before.permissions(said), after.permissions(said)));
  }

  private Mono<Void> rewrite(Blueprint blueprint, UnaryOperator<ObjectNode> change) {
    return rows.said(blueprint.organization(), blueprint.id())
        .flatMap(
            said -> {
              var now = change.apply(said);
              return Json.text(now).equals(Json.text(said))
                  ? Mono.empty()
                  : rows.keep(blueprint.organization(), blueprint.id(), now);
            });
  }
}
