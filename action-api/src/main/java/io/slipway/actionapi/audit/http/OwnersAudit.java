package io.slipway.actionapi.audit.http;

import io.slipway.actionapi.audit.AuditSources;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks all owners at once; a log with a hole in it would be a lie, so all of them must answer. */
@Component
class OwnersAudit implements AuditSources {
  private static final List<Service> OWNERS =
      List.of(
          Service.CATALOG_SERVICE,
          Service.RUN_ORCHESTRATOR,
          Service.APPROVAL_SERVICE,
          Service.NOTIFIER);

  private final Doors doors;

  OwnersAudit(Doors doors) {
    this.doors = doors;
  }

  @Override
  public Mono<List<List<JsonNode>>> read(Caller caller, String rawQuery) {
    var path = "/internal/audit" + (rawQuery.isEmpty() ? "" : "?" + rawQuery);
    return Flux.fromIterable(OWNERS)
        .flatMap(owner -> doors.get(owner, path, caller))
        .map(answer -> rows(answer.path("audits")))
        .collectList();
  }

  private static List<JsonNode> rows(JsonNode audits) {
    var rows = new ArrayList<JsonNode>();
    audits.forEach(rows::add);
    return rows;
  }
}
