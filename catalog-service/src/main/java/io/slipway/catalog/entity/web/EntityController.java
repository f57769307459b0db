package io.slipway.catalog.entity.web;

import io.slipway.catalog.entity.DeleteEntity;
import io.slipway.catalog.entity.EntityView;
import io.slipway.catalog.entity.WriteEntity;
import io.slipway.catalog.entity.WriteEntity.Options;
import io.slipway.catalog.entity.WriteEntity.Written;
import io.slipway.catalog.entity.WriteMode;
import io.slipway.catalog.face.Answers;
import io.slipway.catalog.face.Bodies;
import io.slipway.catalog.face.Query;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Writes single entities. */
@RestController
@RequestMapping("/v1/blueprints/{blueprint}/entities")
class EntityController {
  private static final String AGENT = "User-Agent";

  private final WriteEntity write;
  private final DeleteEntity delete;

  EntityController(WriteEntity write, DeleteEntity delete) {
    this.write = write;
    this.delete = delete;
  }

  @PostMapping
  Mono<ResponseEntity<JsonNode>> create(
      Caller caller,
      @PathVariable String blueprint,
      @RequestBody JsonNode body,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(name = AGENT, defaultValue = "") String agent) {
    var query = new Query(parameters);
    var request =
        new WriteEntity.Request(
            caller, blueprint, mode(query), null, Bodies.object(body), options(query, agent));
    var status = request.options().validationOnly() ? HttpStatus.OK : HttpStatus.CREATED;
    return write.write(request).map(written -> ResponseEntity.status(status).body(answer(written)));
  }

  @PutMapping("/{identifier}")
  Mono<JsonNode> replace(
      Caller caller,
      @PathVariable String blueprint,
      @PathVariable String identifier,
      @RequestBody JsonNode body,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(name = AGENT, defaultValue = "") String agent) {
    var options = options(new Query(parameters), agent);
    return write
        .write(
            new WriteEntity.Request(
                caller, blueprint, WriteMode.REPLACE, identifier, Bodies.object(body), options))
        .map(EntityController::answer);
  }

  @PatchMapping("/{identifier}")
  Mono<JsonNode> patch(
      Caller caller,
      @PathVariable String blueprint,
      @PathVariable String identifier,
      @RequestBody JsonNode body,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(name = AGENT, defaultValue = "") String agent) {
    var options = options(new Query(parameters), agent);
    return write
        .write(
            new WriteEntity.Request(
                caller, blueprint, WriteMode.PATCH, identifier, Bodies.object(body), options))
        .map(EntityController::answer);
  }

  @DeleteMapping("/{identifier}")
  Mono<JsonNode> delete(
      Caller caller,
      @PathVariable String blueprint,
      @PathVariable String identifier,
      @RequestParam MultiValueMap<String, String> parameters) {
    var query = new Query(parameters);
    return delete
        .delete(
            caller, blueprint, identifier, query.flag("delete_dependents"), query.text("run_id"))
        .then(Mono.fromSupplier(Answers::ok));
  }

  static WriteMode mode(Query query) {
    if (!query.flag("upsert")) {
      return WriteMode.CREATE;
    }
    return query.flag("merge") ? WriteMode.UPSERT_MERGE : WriteMode.UPSERT;
  }

  static Options options(Query query, String agent) {
    return new Options(
        query.flag("validation_only"),
        query.flag("create_missing_related_entities"),
        query.text("run_id"),
        agent.replace("\0", ""));
  }

  private static JsonNode answer(Written written) {
    var entity = EntityView.WHOLE.of(written.blueprint(), written.entity());
    var answer = Answers.ok("entity", entity);
    if (!written.warnings().isEmpty()) {
      answer.set("warnings", Json.strings(written.warnings()));
    }
    return answer;
  }
}
