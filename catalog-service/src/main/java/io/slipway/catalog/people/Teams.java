package io.slipway.catalog.people;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.entity.Entities;
import io.slipway.catalog.entity.Related;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The teams of organisations. */
public final class Teams {
  private final Blueprints blueprints;
  private final Entities entities;

  public Teams(Blueprints blueprints, Entities entities) {
    this.blueprints = blueprints;
    this.entities = entities;
  }

  /** All, in the order in which they were made. */
  public Flux<Team> all(String organization) {
    return blueprints.find(organization, Blueprint.TEAM).flatMapMany(entities::all).map(Team::new);
  }

  /** One by its name, or else by its identifier; or empty. */
  public Mono<Team> find(String organization, String name) {
    return blueprints
        .find(organization, Blueprint.TEAM)
        .flatMap(
            blueprint ->
                entities
                    .titled(blueprint, List.of(name))
                    .map(Related::identifier)
                    .next()
                    .defaultIfEmpty(name)
                    .flatMap(identifier -> entities.find(blueprint, identifier)))
        .map(Team::new);
  }
}
