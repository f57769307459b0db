package io.slipway.catalog.search;

import io.slipway.catalog.access.PermissionRows;
import io.slipway.catalog.access.ReadRule;
import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.search.SearchQuery.Comparison;
import io.slipway.catalog.search.SearchQuery.Group;
import io.slipway.catalog.search.SearchQuery.MetaProperty;
import io.slipway.catalog.search.SearchQuery.Operand;
import io.slipway.catalog.search.SearchQuery.Test;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Narrows questions to what somebody may read. The narrowing is a question too, so that the
 * database answers it and nothing that may not be read ever leaves it.
 */
public final class Sight {
  private static final SearchQuery EVERYTHING = new Group(true, List.of());

  private final Blueprints blueprints;
  private final PermissionRows permissions;
  private final CallerContexts contexts;

  public Sight(Blueprints blueprints, PermissionRows permissions, CallerContexts contexts) {
    this.blueprints = blueprints;
    this.permissions = permissions;
    this.contexts = contexts;
  }

  /** A question about one blueprint; without one, about all of its entities. */
  public Mono<SearchQuery> within(Caller caller, Blueprint blueprint, @Nullable SearchQuery asked) {
    var question = asked == null ? EVERYTHING : asked;
    if (caller.isAdmin()) {
      return Mono.just(question);
    }
    return permissions
        .said(blueprint.organization(), blueprint.id())
        .flatMap(said -> seen(caller, blueprint, said))
        .map(seen -> both(question, seen));
  }

  /** A question about the entities of every blueprint. */
  public Mono<SearchQuery> everywhere(Caller caller, SearchQuery asked) {
    if (caller.isAdmin()) {
      return Mono.just(asked);
    }
    // Where nothing is said everybody reads, so only the blueprints of which something is count.
    return permissions
        .all(caller.organization())
        .flatMap(
            said ->
                said.isEmpty()
                    ? Mono.just(asked)
                    : blueprints
                        .all(caller.organization())
                        .filter(blueprint -> said.containsKey(blueprint.id()))
                        .collectList()
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(
                            blueprint ->
                                seen(caller, blueprint, said.getOrDefault(blueprint.id(), none()))
                                    .map(seen -> new Seen(blueprint.identifier(), seen)))
                        .filter(seen -> !seen.query().equals(EVERYTHING))
                        .collectList()
                        .map(restricted -> narrowed(asked, restricted)));
  }

  /** What is seen of a blueprint. */
  private record Seen(String blueprint, SearchQuery query) {}

  private static ObjectNode none() {
    return Json.object();
  }

  private static SearchQuery narrowed(SearchQuery asked, List<Seen> restricted) {
    if (restricted.isEmpty()) {
      return asked;
    }
    List<SearchQuery> either = new ArrayList<>();
    var names = restricted.stream().map(Seen::blueprint).toList();
    either.add(new Test(new Operand.Meta(MetaProperty.BLUEPRINT), oneOf(names), true));
    for (var seen : restricted) {
      var of =
          new Test(
              new Operand.Meta(MetaProperty.BLUEPRINT), oneOf(List.of(seen.blueprint())), false);
      either.add(both(of, seen.query()));
    }
    return both(asked, new Group(false, either));
  }

  private Mono<SearchQuery> seen(Caller caller, Blueprint blueprint, ObjectNode said) {
    return switch (ReadRule.of(caller, blueprint.permissions(said))) {
      case ReadRule.Everything _ -> Mono.just(EVERYTHING);
      case ReadRule.Some some -> seen(caller, some);
    };
  }

  private Mono<SearchQuery> seen(Caller caller, ReadRule.Some some) {
    var owned = new Test(new Operand.Meta(MetaProperty.TEAM), oneOf(some.teams()), false);
    var policy = some.policy();
    return policy == null
        ? Mono.just(owned)
        : contexts.resolved(caller, policy).map(rules -> either(owned, matched(rules)));
  }

  /** A policy that cannot be understood shows nothing. */
  private static SearchQuery matched(JsonNode rules) {
    try {
      return SearchParser.parse(rules, "/policy");
    } catch (Refusal notUnderstood) {
      return new Test(new Operand.Meta(MetaProperty.IDENTIFIER), oneOf(List.of()), false);
    }
  }

  private static Comparison oneOf(Collection<String> names) {
    return new Comparison.OneOf(List.copyOf(Json.strings(names).values()));
  }

  private static SearchQuery both(SearchQuery one, SearchQuery other) {
    return other.equals(EVERYTHING) ? one : new Group(true, List.of(one, other));
  }

  private static SearchQuery either(SearchQuery one, SearchQuery other) {
    return new Group(false, List.of(one, other));
  }
}
