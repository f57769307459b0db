package io.slipway.orchestrator.run.postgres;

import io.slipway.chassis.audit.AuditEntry;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.sealing.Sealer;
import io.slipway.orchestrator.run.Run;
import io.slipway.orchestrator.run.RunEvent;
import io.slipway.orchestrator.run.RunEvent.Changed;
import io.slipway.orchestrator.run.RunEvent.DispatchDue;
import io.slipway.orchestrator.run.RunEvent.HandedOver;
import io.slipway.orchestrator.run.RunEvent.Logged;
import io.slipway.orchestrator.run.RunView;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one step writes beside the run itself, column by column: what was said, its audit, its
 * dispatch.
 */
final class Change {
  private final Run run;
  private final List<String> kinds = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private final List<AuditEntry> audits = new ArrayList<>();
  private DispatchColumns dispatch = DispatchColumns.NONE;

  Change(Run run, List<RunEvent> events, Sealer sealer) {
    this.run = run;
    for (var event : events) {
      switch (event) {
        case Changed changed -> {
          said("status", RunView.v2(changed.after()));
          if (!changed.isByVote()) {
            audits.add(audit(changed));
          }
        }
        case Logged logged -> said("log", logged.line().view());
        case HandedOver left -> dispatch = DispatchColumns.sent(left, sealer);
        case DispatchDue due -> dispatch = DispatchColumns.due(due);
      }
    }
  }

  /** How many things were said. */
  int said() {
    return bodies.size();
  }

  private void said(String kind, ObjectNode body) {
    kinds.add(kind);
    bodies.add(Json.text(body));
  }

  private AuditEntry audit(Changed changed) {
    var before = changed.before();
    var diff = Json.object();
    diff.set("before", before == null ? null : RunView.v2(before));
    diff.set("after", RunView.v2(changed.after()));
    var by = changed.by().asCaller(run.organization(), run.invocation().origin());
    var verb = before == null ? "CREATE" : "UPDATE";
    return AuditEntry.done(changed.at(), by, verb, "run", context(run), diff);
  }

  private static ObjectNode context(Run run) {
    var context = Json.object();
    context.put("blueprint", run.invocation().blueprint());
    context.put("entity", run.invocation().entityIdentifier());
    context.put("runId", run.id().value());
    context.put("action", run.invocation().actionIdentifier());
    return context;
  }

  /** The values for {@code $13} to {@code $29}. */
  Binding bind(Binding statement) {
    var blueprint = run.invocation().blueprint();
    var entity = run.invocation().entityIdentifier();
    statement
        .add(kinds.toArray(String[]::new))
        .add(bodies.toArray(String[]::new))
        .add(blueprint == null ? "" : blueprint)
        .add(entity == null ? "" : entity)
        .add(Json.text(context(run)))
        .add(audits.stream().map(AuditEntry::identifier).toArray(String[]::new))
        .add(audits.stream().map(AuditEntry::action).toArray(String[]::new))
        .add(audits.stream().map(entry -> Json.text(entry.trigger())).toArray(String[]::new))
        .add(audits.stream().map(entry -> Json.text(entry.diff())).toArray(String[]::new));
    return dispatch.bind(statement);
  }
}
