package io.slipway.catalog.blueprint.web;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.blueprint.EditBlueprints;
import io.slipway.catalog.blueprint.RenamePart;
import io.slipway.catalog.blueprint.RenamePart.Wanted;
import io.slipway.catalog.blueprint.Renaming.Part;
import io.slipway.catalog.blueprint.SystemBlueprints;
import io.slipway.catalog.face.Answers;
import io.slipway.catalog.face.Bodies;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.problem.Refusal;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class BlueprintController {
  private final Blueprints blueprints;
  private final EditBlueprints edit;

  private final RenamePart rename;

  BlueprintController(Blueprints blueprints, EditBlueprints edit, RenamePart rename) {
    this.rename = rename;
    this.blueprints = blueprints;
    this.edit = edit;
  }

  @GetMapping("/v1/blueprints")
  Mono<JsonNode> list(Caller caller) {
    return blueprints
        .all(caller.organization())
        .map(Blueprint::view)
        .collectList()
        .map(all -> Answers.ok("blueprints", all));
  }

  @PostMapping("/v1/blueprints")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<JsonNode> create(Caller caller, @RequestBody JsonNode body) {
    return edit.create(caller, Bodies.object(body)).map(BlueprintController::answer);
  }

  @GetMapping("/v1/blueprints/{identifier}")
  Mono<JsonNode> get(Caller caller, @PathVariable String identifier) {
    return find(caller, identifier);
  }

  /** The door at which other services ask for a definition. */
  @GetMapping("/internal/blueprints/{identifier}")
  Mono<JsonNode> door(Caller caller, @PathVariable String identifier) {
    return find(caller, identifier);
  }

  @PutMapping("/v1/blueprints/{identifier}")
  Mono<JsonNode> replace(
      Caller caller, @PathVariable String identifier, @RequestBody JsonNode body) {
    return edit.replace(caller, identifier, Bodies.object(body)).map(BlueprintController::answer);
  }

  @PatchMapping("/v1/blueprints/{identifier}")
  Mono<JsonNode> patch(Caller caller, @PathVariable String identifier, @RequestBody JsonNode body) {
    return edit.patch(caller, identifier, Bodies.object(body)).map(BlueprintController::answer);
  }

  @DeleteMapping("/v1/blueprints/{identifier}")
  Mono<JsonNode> delete(Caller caller, @PathVariable String identifier) {
    return edit.delete(caller, identifier).then(Mono.fromSupplier(Answers::ok));
  }

  @PatchMapping("/v1/blueprints/{identifier}/properties/{part}/rename")
  Mono<JsonNode> renameProperty(
      Caller caller,
      @PathVariable String identifier,
      @PathVariable String part,
      @RequestBody JsonNode body) {
    return renamed(caller, identifier, wanted(Part.PROPERTY, part, body, "newPropertyName"));
  }

  @PatchMapping("/v1/blueprints/{identifier}/mirror/{part}/rename")
  Mono<JsonNode> renameMirror(
      Caller caller,
      @PathVariable String identifier,
      @PathVariable String part,
      @RequestBody JsonNode body) {
    return renamed(caller, identifier, wanted(Part.MIRROR, part, body, "newMirrorName"));
  }

  @PatchMapping("/v1/blueprints/{identifier}/relations/{part}/rename")
  Mono<JsonNode> renameRelation(
      Caller caller,
      @PathVariable String identifier,
      @PathVariable String part,
      @RequestBody JsonNode body) {
    return renamed(caller, identifier, wanted(Part.RELATION, part, body, "newRelationIdentifier"));
  }

  private static Wanted wanted(Part part, String from, JsonNode body, String member) {
    var to = Bodies.text(Bodies.closed(body, Set.of(member)), member);
    return new Wanted(part, from, to, "/" + member);
  }

  private Mono<JsonNode> renamed(Caller caller, String identifier, Wanted wanted) {
    return rename.rename(caller, identifier, wanted).map(BlueprintController::answer);
  }

  @GetMapping("/v1/blueprints/system/{identifier}/structure")
  Mono<JsonNode> structure(@PathVariable String identifier) {
    return Mono.fromSupplier(
        () -> {
          var structure = SystemBlueprints.structure(identifier);
          if (structure == null) {
            throw Refusal.notFound("Blueprint", identifier);
          }
          return Answers.ok("blueprint", structure);
        });
  }

  private Mono<JsonNode> find(Caller caller, String identifier) {
    return blueprints
        .find(caller.organization(), identifier)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Blueprint", identifier)))
        .map(BlueprintController::answer);
  }

  private static JsonNode answer(Blueprint blueprint) {
    return Answers.ok("blueprint", blueprint.view());
  }
}
