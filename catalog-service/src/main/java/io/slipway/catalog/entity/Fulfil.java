package io.slipway.catalog.entity;

import io.slipway.catalog.change.Fact.Subject;
import io.slipway.catalog.entity.Entity.Content;
import io.slipway.chassis.ids.Ids;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Makes the entity of a draft: finds the teams and entities that it names. */
final class Fulfil {
  private final Ends ends;
  private final InheritedTeams inherited;
  private final Keep keep;

  Fulfil(Ends ends, InheritedTeams inherited, Keep keep) {
    this.ends = ends;
    this.inherited = inherited;
    this.keep = keep;
  }

  Mono<Entity> entity(Act act, @Nullable Entity existing, Draft draft) {
    var blueprint = act.blueprint();
    var subject =
        new Subject(
            blueprint.id(),
            blueprint.identifier(),
            existing == null ? Ids.withPrefix("e_") : existing.id(),
            draft.identifier());
    var self = new Related(subject.entityId(), draft.identifier(), draft.title());
    return ends.links(act, draft, self)
        .flatMap(
            links ->
                team(act, existing, draft, links)
                    .map(
                        team ->
                            keep.entity(
                                existing,
                                subject,
                                new Content(
                                    draft.title(), draft.icon(), team, draft.properties(), links),
                                act.request().options().datasource(),
                                act.doing())));
  }

  private Mono<List<String>> team(
      Act act, @Nullable Entity existing, Draft draft, Map<String, List<Related>> links) {
    var path = act.blueprint().teamPath();
    var organization = act.doing().organization();
    if (!path.isEmpty()) {
      var first = links.getOrDefault(path.getFirst(), List.of());
      return first.isEmpty()
          ? Mono.just(List.of())
          : inherited.through(organization, first.getFirst().id(), path.subList(1, path.size()));
    }
    var said = draft.team();
    if (said == null) {
      return Mono.just(existing == null ? List.of() : existing.content().team());
    }
    return ends.teams(organization, said);
  }
}
