package io.slipway.catalog.search;

import io.slipway.catalog.blueprint.Blueprint;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Finds entities; only their places come back, in the order of their creation. */
public interface SearchEntities {

  /**
   * Where an entity lies.
   *
   * @param seq grows with every entity made, so that pages can be cut by it
   */
  record Place(long seq, String id) {}

  /** Everywhere in an organisation. */
  Flux<Place> everywhere(String organization, SearchQuery query);

  /** In one blueprint, a page at a time. */
  Flux<Place> within(Blueprint blueprint, @Nullable SearchQuery query, long after, int limit);
}
