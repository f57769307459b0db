package io.slipway.catalog.entity.web;

import io.slipway.catalog.entity.BulkWrite;
import io.slipway.catalog.entity.BulkWrite.Item;
import io.slipway.catalog.entity.DeleteEntity;
import io.slipway.catalog.face.Answers;
import io.slipway.catalog.face.Bodies;
import io.slipway.catalog.face.Query;
import io.slipway.catalog.schema.Faults;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes and deletes several entities of a blueprint in one request. */
@RestController
class BulkController {
  private static final int MOST_WRITTEN = 20;
  private static final int MOST_DELETED = 100;

  private final BulkWrite write;
  private final DeleteEntity delete;

  BulkController(BulkWrite write, DeleteEntity delete) {
    this.write = write;
    this.delete = delete;
  }

  @PostMapping("/v1/blueprints/{blueprint}/entities/bulk")
  Mono<ResponseEntity<JsonNode>> write(
      Caller caller,
      @PathVariable String blueprint,
      @RequestBody JsonNode body,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(name = "User-Agent", defaultValue = "") String agent) {
    var query = new Query(parameters);
    var bodies = new ArrayList<ObjectNode>();
    for (var item : items(body, MOST_WRITTEN)) {
      if (!item.isObject()) {
        throw Faults.refusal("invalid_request", "/entities/" + bodies.size(), "must be object");
      }
      bodies.add((ObjectNode) item);
    }
    return write
        .write(
            caller,
            blueprint,
            EntityController.mode(query),
            bodies,
            EntityController.options(query, agent))
        .map(BulkController::answer);
  }

  @PostMapping("/v1/blueprints/{blueprint}/bulk/entities/delete")
  Mono<JsonNode> delete(
      Caller caller,
      @PathVariable String blueprint,
      @RequestBody JsonNode body,
      @RequestParam MultiValueMap<String, String> parameters) {
    var query = new Query(parameters);
    var identifiers = new ArrayList<String>();
    for (var item : items(body, MOST_DELETED)) {
      if (!item.isString()) {
        throw Faults.refusal(
            "invalid_request", "/entities/" + identifiers.size(), "must be string");
      }
      identifiers.add(item.stringValue());
    }
    return delete
        .deleteAll(
            caller, blueprint, identifiers, query.flag("delete_dependents"), query.text("run_id"))
        .map(deleted -> Answers.ok().set("deletedEntities", Json.strings(deleted)));
  }

  private static List<JsonNode> items(JsonNode body, int most) {
    var items = Bodies.closed(body, Set.of("entities")).get("entities");
    if (items == null || !items.isArray()) {
      throw Faults.refusal("invalid_request", "", "must have required property 'entities'");
    }
    if (items.isEmpty()) {
      throw Faults.refusal("invalid_request", "/entities", "must NOT have fewer than 1 items");
    }
    if (items.size() > most) {
      throw Faults.refusal(
          "invalid_request", "/entities", "must NOT have more than " + most + " items");
    }
    return List.copyOf(items.values());
  }

  private static ResponseEntity<JsonNode> answer(List<Item> items) {
    var answer = Answers.ok();
    var entities = answer.putArray("entities");
    var errors = answer.putArray("errors");
    for (var item : items) {
      switch (item) {
        case Item.Done done -> {
          var entity = entities.addObject();
          entity.put("created", done.written().created());
          entity.put("identifier", done.written().entity().identifier());
          entity.put("index", done.index());
          entity.putObject("additionalData");
        }
        case Item.Refused refused -> {
          var identifier = Json.string(refused.body(), "identifier");
          var error = errors.addObject();
          error.put("identifier", identifier == null ? "unknown" : identifier);
          error.put("index", refused.index());
          error.put("statusCode", refused.refusal().status());
          error.put("error", refused.refusal().code());
          error.put("message", refused.refusal().sentence());
        }
      }
    }
    var status = errors.isEmpty() ? HttpStatus.OK : HttpStatus.MULTI_STATUS;
    return ResponseEntity.status(status).body(answer);
  }
}
