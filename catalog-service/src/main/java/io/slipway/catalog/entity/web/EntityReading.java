package io.slipway.catalog.entity.web;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.entity.EntityView;
import io.slipway.catalog.entity.FindEntities;
import io.slipway.catalog.face.Answers;
import io.slipway.catalog.face.Query;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.problem.Refusal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reads entities, for clients and at the door of other services. */
@RestController
class EntityReading {
  private final Blueprints blueprints;
  private final FindEntities find;

  EntityReading(Blueprints blueprints, FindEntities find) {
    this.blueprints = blueprints;
    this.find = find;
  }

  @GetMapping("/v1/blueprints/{blueprint}/entities")
  Mono<JsonNode> list(
      Caller caller,
      @PathVariable String blueprint,
      @RequestParam MultiValueMap<String, String> parameters) {
    var view = EntityView.asked(new Query(parameters));
    return blueprint(caller, blueprint)
        .flatMap(
            found -> find.all(caller, found).map(entity -> view.of(found, entity)).collectList())
        .map(all -> Answers.ok("entities", all));
  }

  @GetMapping("/v1/blueprints/{blueprint}/entities/{identifier}")
  Mono<JsonNode> get(
      Caller caller,
      @PathVariable String blueprint,
      @PathVariable String identifier,
      @RequestParam MultiValueMap<String, String> parameters) {
    return one(caller, blueprint, identifier, EntityView.asked(new Query(parameters)));
  }

  @GetMapping("/v1/blueprints/{blueprint}/entities-count")
  Mono<JsonNode> count(Caller caller, @PathVariable String blueprint) {
    return blueprint(caller, blueprint)
        .flatMap(found -> find.count(caller, found))
        .map(count -> Answers.ok().put("count", count));
  }

  /** The door at which other services ask for an entity. */
  @GetMapping("/internal/entities/{blueprint}/{identifier}")
  Mono<JsonNode> door(
      Caller caller, @PathVariable String blueprint, @PathVariable String identifier) {
    return one(caller, blueprint, identifier, EntityView.WHOLE);
  }

  private Mono<JsonNode> one(Caller caller, String blueprint, String identifier, EntityView view) {
    return blueprint(caller, blueprint)
        .flatMap(
            found ->
                find.one(caller, found, identifier)
                    .switchIfEmpty(Mono.error(() -> Refusal.notFound("Entity", identifier)))
                    .map(entity -> Answers.ok("entity", view.of(found, entity))));
  }

  private Mono<Blueprint> blueprint(Caller caller, String identifier) {
    return blueprints
        .find(caller.organization(), identifier)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Blueprint", identifier)));
  }
}
