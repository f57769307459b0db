package io.slipway.actionapi.action.web;

import io.slipway.actionapi.action.Action;
import io.slipway.actionapi.action.ActionPermissions;
import io.slipway.actionapi.action.Actions;
import io.slipway.chassis.audit.AuditEntry;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Refusal;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Who may execute an action, and who may approve. */
@RestController
class PermissionsController {
  private static final int TURNS = 5;

  private final Actions actions;
  private final Clock clock;

  PermissionsController(Actions actions, Clock clock) {
    this.actions = actions;
    this.clock = clock;
  }

  @GetMapping("/v1/actions/{identifier}/permissions")
  Mono<JsonNode> get(Caller caller, @PathVariable String identifier) {
    return found(caller, identifier).map(PermissionsController::answer);
  }

  @PatchMapping("/v1/actions/{identifier}/permissions")
  Mono<JsonNode> change(
      Caller caller, @PathVariable String identifier, @RequestBody JsonNode body) {
    ActionController.adminOnly(caller, "change permissions");
    var faults = ActionPermissions.check(body);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return found(caller, identifier)
        .flatMap(
            before ->
                keep(
                    caller,
                    before,
                    before.withPermissions(ActionPermissions.apply(before.permissions(), body))))
        .repeatWhenEmpty(TURNS, turns -> turns)
        .switchIfEmpty(
            Mono.error(() -> Refusal.conflict("The permissions are being changed by others")));
  }

  /** Empty when somebody else changed them meanwhile. */
  private Mono<JsonNode> keep(Caller caller, Action before, Action after) {
    return actions
        .permit(before, after, entry(caller, before, after))
        .filter(kept -> kept)
        .map(kept -> answer(after));
  }

  private AuditEntry entry(Caller caller, Action before, Action after) {
    var context = Json.object().put("action", after.identifier()).put("actionId", after.id());
    var diff = Json.object();
    diff.putObject("before").set("permissions", before.permissions());
    diff.putObject("after").set("permissions", after.permissions());
    return AuditEntry.done(Times.shown(clock.instant()), caller, "UPDATE", "action", context, diff);
  }

  private Mono<Action> found(Caller caller, String identifier) {
    return actions
        .find(caller.organization(), identifier)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Action", identifier)));
  }

  private static JsonNode answer(Action action) {
    var answer = Json.object().put("ok", true);
    answer.set("permissions", action.permissions());
    return answer;
  }
}
