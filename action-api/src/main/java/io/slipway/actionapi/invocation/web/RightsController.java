package io.slipway.actionapi.invocation.web;

import io.slipway.actionapi.action.Action;
import io.slipway.actionapi.action.Actions;
import io.slipway.actionapi.invocation.AccessPolicy;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What the caller may do, as flat words: what their kind may, and each action they may execute. */
@RestController
class RightsController {
  private static final List<String> THINGS =
      List.of("blueprints", "entities", "actions", "runs", "scorecards", "teams", "users");
  private static final List<String> VERBS = List.of("create", "update", "delete");
  private static final List<String> ADMINS_THINGS =
      List.of("blueprints", "actions", "integrations", "teams", "users", "secrets");

  private final Actions actions;

  RightsController(Actions actions) {
    this.actions = actions;
  }

  @GetMapping("/v1/auth/permissions")
  Mono<JsonNode> permissions(Caller caller) {
    var read = Flux.fromIterable(THINGS).map(thing -> "read:" + thing);
    var admin =
        caller.isAdmin()
            ? Flux.fromIterable(VERBS)
                .flatMapIterable(
                    verb -> ADMINS_THINGS.stream().map(thing -> verb + ":" + thing).toList())
                .concatWithValues(
                    "read:integrations",
                    "read:secrets",
                    "read:audit-log",
                    "read:apps",
                    "update:apps",
                    "update:organization")
            : Flux.<String>empty();
    var execute =
        actions
            .all(caller.organization())
            .filter(action -> mayExecute(action, caller))
            .map(action -> "execute:actions:" + action.identifier());
    return Flux.concat(read, admin, execute)
        .collectList()
        .map(
            words -> {
              var answer = Json.object().put("ok", true);
              answer.set("permissions", Json.strings(words));
              return answer;
            });
  }

  private static boolean mayExecute(Action action, Caller caller) {
    return action.trigger() == Action.Trigger.SELF_SERVICE
        && AccessPolicy.decide(action.permissions().path("execute"), caller, Set.of())
            instanceof AccessPolicy.Decision.Permitted;
  }
}
