package io.slipway.catalog.migration.web;

import io.slipway.catalog.entity.TieToRun;
import io.slipway.catalog.face.Answers;
import io.slipway.catalog.face.Bodies;
import io.slipway.catalog.face.Query;
import io.slipway.catalog.migration.Migration;
import io.slipway.catalog.migration.Migrations;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class MigrationController {
  private final Migrations migrations;
  private final TieToRun ties;

  MigrationController(Migrations migrations, TieToRun ties) {
    this.migrations = migrations;
    this.ties = ties;
  }

  @DeleteMapping("/v1/blueprints/{blueprint}/all-entities")
  Mono<JsonNode> deleteAll(
      Caller caller,
      @PathVariable String blueprint,
      @RequestParam MultiValueMap<String, String> parameters) {
    var query = new Query(parameters);
    return ties.doing(caller, query.text("run_id"))
        .flatMap(doing -> migrations.deleteAll(doing, blueprint, query.flag("delete_blueprint")))
        .map(migration -> Answers.ok().put("migrationId", migration.id()));
  }

  @PostMapping("/v1/migrations")
  Mono<JsonNode> map(Caller caller, @RequestBody JsonNode body) {
    return answer(migrations.map(caller, Bodies.object(body)));
  }

  @GetMapping("/v1/migrations")
  Mono<JsonNode> all(Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    var query = new Query(parameters);
    var status = query.list("status");
    var actor = query.text("actor");
    var blueprint = query.text("blueprint");
    return migrations
        .all(caller)
        .map(Migration::view)
        .filter(one -> status.isEmpty() || status.contains(one.path("status").asString()))
        .filter(one -> is(one, "actor", actor) && is(one, "sourceBlueprint", blueprint))
        .collectList()
        .map(all -> Answers.ok("migrations", all));
  }

  private static boolean is(JsonNode migration, String member, @Nullable String wanted) {
    return wanted == null || wanted.equals(Json.string(migration, member));
  }

  @GetMapping("/v1/migrations/{id}")
  Mono<JsonNode> get(Caller caller, @PathVariable String id) {
    return answer(migrations.get(caller, id));
  }

  @PostMapping("/v1/migrations/{id}/cancel")
  Mono<JsonNode> cancel(
      Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable JsonNode body) {
    var reason = body == null ? null : Json.string(Bodies.closed(body, Set.of("reason")), "reason");
    return Mono.defer(() -> answer(migrations.cancel(caller, id, reason)));
  }

  private static Mono<JsonNode> answer(Mono<Migration> migration) {
    return migration.map(one -> Answers.ok("migration", one.view()));
  }
}
