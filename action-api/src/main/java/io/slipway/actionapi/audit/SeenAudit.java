package io.slipway.actionapi.audit;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Leaves of a log what its reader may see: runs and entities that they may read, and what they did
 * themselves. Each run and entity is asked for once.
 */
public final class SeenAudit {
  private final AuditSight sight;

  public SeenAudit(AuditSight sight) {
    this.sight = sight;
  }

  /** The rows that this caller may see, in their order; Admins see all of them. */
  public Mono<List<JsonNode>> by(Caller caller, List<JsonNode> rows) {
    if (caller.isAdmin()) {
      return Mono.just(rows);
    }
    Map<JsonNode, Mono<Boolean>> known = new HashMap<>();
    return Flux.fromIterable(rows)
        .filterWhen(row -> known.computeIfAbsent(subject(row), about -> ask(caller, about)), 1)
        .collectList();
  }

  /** What decides whether a row is seen. */
  private static JsonNode subject(JsonNode row) {
    var subject = Json.object();
    var context = row.path("context");
    var by = Json.string(row.path("trigger").path("by"), "userId");
    switch (row.path("resourceType").asString("")) {
      case "run" -> {
        var run = Json.string(context, "runId");
        subject.put(run == null ? "by" : "run", run == null ? by : run);
      }
      case "entity" ->
          subject
              .put("blueprint", Json.string(context, "blueprint"))
              .put("entity", Json.string(context, "entity"));
      default -> subject.put("by", by);
    }
    return subject;
  }

  private Mono<Boolean> ask(Caller caller, JsonNode about) {
    var run = Json.string(about, "run");
    var blueprint = Json.string(about, "blueprint");
    var entity = Json.string(about, "entity");
    if (run != null) {
      return sight.run(caller, run).cache();
    }
    if (blueprint != null && entity != null) {
      return sight.entity(caller, blueprint, entity).cache();
    }
    return Mono.just(caller.principal().equals(Json.string(about, "by")));
  }
}
