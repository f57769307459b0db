package io.slipway.catalog.search.web;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.entity.Entities;
import io.slipway.catalog.entity.Entity;
import io.slipway.catalog.entity.EntityView;
import io.slipway.catalog.face.Answers;
import io.slipway.catalog.face.Query;
import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.schema.Storable;
import io.slipway.catalog.search.SearchEntities;
import io.slipway.catalog.search.SearchEntities.Place;
import io.slipway.catalog.search.SearchParser;
import io.slipway.catalog.search.Sight;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class SearchController {
  private final SearchEntities search;
  private final Entities entities;
  private final Blueprints blueprints;
  private final Sight sight;

  SearchController(SearchEntities search, Entities entities, Blueprints blueprints, Sight sight) {
    this.sight = sight;
    this.search = search;
    this.entities = entities;
    this.blueprints = blueprints;
  }

  @PostMapping("/v1/entities/search")
  Mono<JsonNode> everywhere(
      Caller caller,
      @RequestBody JsonNode body,
      @RequestParam MultiValueMap<String, String> parameters) {
    mustBeStorable(body);
    var query = SearchParser.parse(body, "");
    var view = EntityView.asked(new Query(parameters));
    var organization = caller.organization();
    return sight
        .everywhere(caller, query)
        .flatMapMany(seen -> search.everywhere(organization, seen))
        .map(Place::id)
        .collectList()
        .flatMap(ids -> entities.byId(organization, ids).collectList())
        .zipWith(blueprints.all(organization).collectMap(Blueprint::id))
        .map(found -> answer(found.getT1(), found.getT2(), view));
  }

  private static JsonNode answer(
      List<Entity> found, Map<String, Blueprint> blueprints, EntityView view) {
    var answer = Answers.ok();
    var matching = new LinkedHashSet<String>();
    var shown = Json.array();
    for (var entity : found) {
      var blueprint = blueprints.get(entity.subject().blueprintId());
      if (blueprint != null) {
        matching.add(blueprint.identifier());
        shown.add(view.of(blueprint, entity));
      }
    }
    answer.set("matchingBlueprints", Json.strings(matching));
    answer.set("entities", shown);
    return answer;
  }

  @PostMapping("/v1/blueprints/{blueprint}/entities/search")
  Mono<JsonNode> within(
      Caller caller,
      @PathVariable String blueprint,
      @RequestBody JsonNode body,
      @RequestParam MultiValueMap<String, String> parameters) {
    mustBeStorable(body);
    var page = Page.read(body);
    var view = page.view(new Query(parameters));
    return blueprints
        .find(caller.organization(), blueprint)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Blueprint", blueprint)))
        .flatMap(
            found ->
                sight
                    .within(caller, found, page.query())
                    .flatMapMany(seen -> search.within(found, seen, page.after(), page.limit() + 1))
                    .collectList()
                    .flatMap(places -> answer(found, places, page, view)));
  }

  private Mono<JsonNode> answer(
      Blueprint blueprint, List<Place> places, Page page, EntityView view) {
    var more = places.size() > page.limit();
    var shown = more ? places.subList(0, page.limit()) : places;
    return entities
        .byId(blueprint.organization(), shown.stream().map(Place::id).toList())
        .map(entity -> view.of(blueprint, entity))
        .collectList()
        .map(
            all -> {
              var answer = Answers.ok("entities", all);
              if (more) {
                answer.put("next", Page.next(shown.getLast().seq()));
              }
              return answer;
            });
  }

  private static void mustBeStorable(JsonNode body) {
    var faults = new Faults();
    Storable.check(body, "", faults);
    faults.refuseAny("invalid_request");
  }
}
