package io.slipway.orchestrator.run.postgres;

import io.slipway.chassis.audit.AuditEntry;
import io.slipway.chassis.ids.Ids;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one step writes beside the run itself, column by column: what was said, its audit, its
 * dispatch.
 */
final class Change {
  private final Run run;
  private final List<String> kinds = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private final List<Audited> audits = new ArrayList<>();
  private DispatchColumns dispatch = DispatchColumns.NONE;

  /**
   * @param traceparent of what is being done now
   */
  Change(Run run, List<RunEvent> events, Sealer sealer, @Nullable String traceparent) {
    this.run = run;
    for (var event : events) {
      switch (event) {
        case Changed changed -> {
          var view = Json.text(RunView.v2(changed.after()));
          said("status", view);
          if (!changed.isByVote()) {
            audits.add(audit(changed, view));
          }
        }
        case Logged logged -> said("log", Json.text(logged.line().view()));
        case HandedOver left -> dispatch = DispatchColumns.sent(left, sealer, traceparent);
        case DispatchDue due -> dispatch = DispatchColumns.due(due, traceparent);
      }
    }
  }

  /** How many things were said. */
  int said() {
    return bodies.size();
  }

  private void said(String kind, String body) {
    kinds.add(kind);
    bodies.add(body);
  }

  private Audited audit(Changed changed, String after) {
    var before = changed.before();
    var by = changed.by().asCaller(run.organization(), run.invocation().origin());
    return new Audited(
        Ids.withPrefix("event_"),
        before == null ? "CREATE" : "UPDATE",
        Json.text(AuditEntry.trigger(by, changed.at(), null)),
        "{\"before\":%s,\"after\":%s}"
            .formatted(before == null ? "null" : Json.text(RunView.v2(before)), after));
  }

  /** What of an audit row is not the same for all changes of one step. */
  private record Audited(String id, String action, String trigger, String diff) {}

  private static ObjectNode context(Run run) {
    var context = Json.object();
    context.put("blueprint", run.invocation().blueprint());
    context.put("entity", run.invocation().entityIdentifier());
    context.put("runId", run.id().value());
    context.put("action", run.invocation().actionIdentifier());
    return context;
  }

  /** The values for {@code $13} to {@code $30}. */
  Binding bind(Binding statement) {
    var blueprint = run.invocation().blueprint();
    var entity = run.invocation().entityIdentifier();
    statement
        .add(kinds.toArray(String[]::new))
        .add(bodies.toArray(String[]::new))
        .add(blueprint == null ? "" : blueprint)
        .add(entity == null ? "" : entity)
        .add(Json.text(context(run)))
        .add(audits.stream().map(Audited::id).toArray(String[]::new))
        .add(audits.stream().map(Audited::action).toArray(String[]::new))
        .add(audits.stream().map(Audited::trigger).toArray(String[]::new))
        .add(audits.stream().map(Audited::diff).toArray(String[]::new));
    return dispatch.bind(statement);
  }
}
