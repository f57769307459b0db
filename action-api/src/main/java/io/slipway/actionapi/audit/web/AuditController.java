package io.slipway.actionapi.audit.web;

import io.slipway.actionapi.audit.AuditSources;
import io.slipway.actionapi.audit.MergedAudit;
import io.slipway.actionapi.audit.SeenAudit;
import io.slipway.actionapi.invocation.HandOver;
import io.slipway.chassis.audit.AuditQuery;
import io.slipway.chassis.audit.AuditTrail;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Who did what, newest first. */
@RestController
class AuditController {
  private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

  private final AuditTrail own;
  private final AuditSources owners;
  private final HandOver handOver;
  private final SeenAudit seenAudit;

  AuditController(AuditTrail own, AuditSources owners, HandOver handOver, SeenAudit seenAudit) {
    this.own = own;
    this.owners = owners;
    this.handOver = handOver;
    this.seenAudit = seenAudit;
  }

  @GetMapping("/v1/audit-log")
  Mono<JsonNode> audit(
      Caller caller,
      ServerWebExchange exchange,
      @RequestParam MultiValueMap<String, String> parameters) {
    var query = AuditQuery.of(parameters);
    guard(caller, query);
    deletedEntities(parameters, query);
    var raw = exchange.getRequest().getURI().getRawQuery();
    Mono<List<JsonNode>> ours =
        own.read(caller.organization(), query).map(AuditTrail::view).collectList();
    return handOver
        .unconfirmed(caller.organization())
        .then(Mono.defer(() -> owners.read(caller, raw == null ? "" : raw)))
        .zipWith(
            ours,
            (theirs, mine) -> {
              theirs.add(mine);
              return theirs;
            })
        .map(all -> MergedAudit.of(all, query.limit()))
        .flatMap(rows -> seenAudit.by(caller, rows))
        .map(rows -> answer(rows, includes(parameters)));
  }

  /** Everybody may follow one thing that they know of; only Admins may look around. */
  private static void guard(Caller caller, AuditQuery query) {
    boolean one =
        !query.identifier().isEmpty() || !query.entity().isEmpty() || !query.runId().isEmpty();
    if (!caller.isAdmin() && !one) {
      throw Refusal.forbidden(
          "Only Admins may read the audit log without identifier, entity or run_id");
    }
  }

  private static void deletedEntities(MultiValueMap<String, String> parameters, AuditQuery query) {
    if (!"true".equals(parameters.getFirst("include_deleted_entities"))) {
      return;
    }
    for (var needed : List.of("entity", "blueprint", "status", "from", "to")) {
      var value = parameters.getFirst(needed);
      if (value == null || value.isBlank()) {
        throw Refusal.invalid("include_deleted_entities", "needs " + needed + " beside it");
      }
    }
    if (Duration.between(query.from(), query.to()).compareTo(LONGEST_WINDOW) > 0) {
      throw Refusal.invalid("include_deleted_entities", "needs a window of at most one day");
    }
  }

  private static Set<String> includes(MultiValueMap<String, String> parameters) {
    var includes = new HashSet<String>();
    for (var name : List.of("includes", "includes[]")) {
      for (var value : parameters.getOrDefault(name, List.of())) {
        includes.addAll(List.of(value.split(",")));
      }
    }
    includes.remove("");
    return includes;
  }

  private static JsonNode answer(List<JsonNode> rows, Set<String> includes) {
    var answer = Json.object().put("ok", true);
    var audits = answer.putArray("audits");
    rows.forEach(row -> audits.add(MergedAudit.shown(row, includes)));
    return answer;
  }
}
