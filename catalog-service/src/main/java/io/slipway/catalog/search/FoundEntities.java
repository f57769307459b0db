package io.slipway.catalog.search;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.entity.Entities;
import io.slipway.catalog.entity.Entity;
import io.slipway.catalog.entity.FindEntities;
import io.slipway.catalog.search.SearchEntities.Place;
import io.slipway.catalog.search.SearchQuery.Comparison;
import io.slipway.catalog.search.SearchQuery.MetaProperty;
import io.slipway.catalog.search.SearchQuery.Operand;
import io.slipway.chassis.caller.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Finds entities by searching, so that every way of reading is narrowed in the same place. */
public final class FoundEntities implements FindEntities {
  private final SearchEntities search;
  private final Entities entities;
  private final Blueprints blueprints;
  private final Sight sight;
  private final CallerContexts contexts;

  public FoundEntities(
      SearchEntities search,
      Entities entities,
      Blueprints blueprints,
      Sight sight,
      CallerContexts contexts) {
    this.blueprints = blueprints;
    this.search = search;
    this.entities = entities;
    this.sight = sight;
    this.contexts = contexts;
  }

  @Override
  public Flux<Entity> all(Caller caller, Blueprint blueprint) {
    return caller.isAdmin()
        ? entities.all(blueprint)
        : sight
            .within(caller, blueprint, null)
            .flatMapMany(query -> read(blueprint, query, Integer.MAX_VALUE));
  }

  @Override
  public Mono<Long> count(Caller caller, Blueprint blueprint) {
    return caller.isAdmin()
        ? blueprints.entities(blueprint)
        : sight
            .within(caller, blueprint, null)
            .flatMapMany(query -> search.within(blueprint, query, 0, Integer.MAX_VALUE))
            .count();
  }

  @Override
  public Mono<Entity> one(Caller caller, Blueprint blueprint, String identifier) {
    return entities
        .find(blueprint, identifier)
        .filterWhen(entity -> mayRead(caller, blueprint, entity.identifier()));
  }

  private Mono<Boolean> mayRead(Caller caller, Blueprint blueprint, String identifier) {
    if (caller.isAdmin()) {
      return Mono.just(true);
    }
    var named =
        new SearchQuery.Test(
            new Operand.Meta(MetaProperty.IDENTIFIER),
            new Comparison.Equal(StringNode.valueOf(identifier)),
            false);
    return sight
        .within(caller, blueprint, named)
        .flatMapMany(query -> search.within(blueprint, query, 0, 1))
        .hasElements();
  }

  @Override
  public Flux<Entity> matching(
      Caller caller, Blueprint blueprint, JsonNode group, String pointer, int most) {
    return contexts
        .resolved(caller, group)
        .map(rules -> SearchParser.parse(rules, pointer))
        .flatMap(query -> sight.within(caller, blueprint, query))
        .flatMapMany(query -> read(blueprint, query, most));
  }

  private Flux<Entity> read(Blueprint blueprint, SearchQuery query, int most) {
    return search
        .within(blueprint, query, 0, most)
        .map(Place::id)
        .collectList()
        .flatMapMany(
            ids ->
                ids.isEmpty()
                    ? Flux.<Entity>empty()
                    : entities.byId(blueprint.organization(), ids));
  }
}
