package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Followers;
import io.slipway.catalog.blueprint.Renaming;
import reactor.core.publisher.Mono;

/** When a blueprint inherits by another path, its entities get the teams at the end of that. */
public final class HeirsFollow implements Followers {
  private final InheritedTeams inherited;

  public HeirsFollow(InheritedTeams inherited) {
    this.inherited = inherited;
  }

  @Override
  public Mono<Void> renamed(Blueprint before, Renaming renaming) {
    return Mono.empty();
  }

  @Override
  public Mono<Void> changed(Blueprint before, Blueprint after) {
    return before.teamPath().equals(after.teamPath()) ? Mono.empty() : inherited.followAll(after);
  }
}
