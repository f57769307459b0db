package io.slipway.actionapi.invocation;

import io.slipway.actionapi.invocation.InvokeAction.Reply;
import io.slipway.actionapi.invocation.InvokeAction.Request;
import io.slipway.chassis.audit.AuditEntry;
import io.slipway.chassis.audit.AuditTrail;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import java.time.Clock;
import reactor.core.publisher.Mono;

/**
 * Notes in the audit log who was refused, and why. Never with what inputs: some are secret.
 * Accepted ones are noted by the orchestrator, who owns their runs.
 */
public final class RefusedInvocations {
  private final AuditTrail audit;
  private final Clock clock;

  public RefusedInvocations(AuditTrail audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /** Notes it if it was refused. */
  public Mono<Void> note(Request request, Reply reply) {
    return switch (reply) {
      case Reply.Forbidden(var why) -> write(request, why);
      case Reply.Invalid(var faults) ->
          write(request, faults.getFirst().pointer() + " " + faults.getFirst().message());
      case Reply.Accepted _, Reply.Repeated _, Reply.KeyUsed _, Reply.Unknown _ -> Mono.empty();
    };
  }

  private Mono<Void> write(Request request, String why) {
    var context = Json.object().put("action", request.action());
    var entity = Json.string(request.body(), "entity");
    if (entity != null) {
      context.put("entity", entity);
    }
    var diff = Json.object().putNull("before").putNull("after");
    return audit.write(
        AuditEntry.refused(
            Times.shown(clock.instant()), request.caller(), "CREATE", "run", context, diff, why));
  }
}
