package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Blueprint;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The teams of entities that inherit them; kept with each, and kept true when an owner changes. */
public interface InheritedTeams {

  /** The team at the end of a path of relations that begins at an entity; none where it breaks. */
  Mono<List<String>> through(String organization, String entityId, List<String> path);

  /** The entities that inherit through any of these, by internal ids. */
  Mono<Set<String>> heirs(String organization, Collection<String> entityIds);

  /** Gives these heirs the teams that they inherit now. */
  Mono<Void> follow(String organization, Set<String> heirs);

  /** Gives every entity of a blueprint the team that it inherits now. */
  Mono<Void> followAll(Blueprint blueprint);
}
