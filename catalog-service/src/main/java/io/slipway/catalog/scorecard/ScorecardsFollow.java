package io.slipway.catalog.scorecard;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Followers;
import io.slipway.catalog.blueprint.Renaming;
import io.slipway.catalog.definition.Definition;
import io.slipway.catalog.definition.Definition.Kind;
import io.slipway.catalog.definition.Definitions;
import io.slipway.catalog.definition.Definitions.Scope;
import io.slipway.chassis.json.Json;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The conditions of scorecards follow the names of properties and relations. */
public final class ScorecardsFollow implements Followers {
  private final Definitions definitions;

  public ScorecardsFollow(Definitions definitions) {
    this.definitions = definitions;
  }

  @Override
  public Mono<Void> renamed(Blueprint before, Renaming renaming) {
    return definitions
        .all(new Scope(before.organization(), Kind.SCORECARD, before.id()))
        .collectList()
        .flatMapMany(Flux::fromIterable)
        .concatMap(scorecard -> follow(scorecard, renaming))
        .then();
  }

  private Mono<Void> follow(Definition scorecard, Renaming renaming) {
    var body = scorecard.body().deepCopy();
    renaming.followRules(body.get("filter"));
    body.path("rules").values().forEach(rule -> renaming.followRules(rule.get("query")));
    return Json.text(body).equals(Json.text(scorecard.body()))
        ? Mono.empty()
        : definitions.update(scorecard.followed(body));
  }

  @Override
  public Mono<Void> changed(Blueprint before, Blueprint after) {
    return Mono.empty();
  }
}
