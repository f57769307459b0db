package io.slipway.actionapi.action.web;

import io.slipway.actionapi.action.Action;
import io.slipway.actionapi.action.ActionFilter;
import io.slipway.actionapi.action.Actions;
import io.slipway.actionapi.action.SaveAction;
import io.slipway.actionapi.action.SaveAction.Reply;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Definitions of actions and automations. */
@RestController
class ActionController {
  private final Actions actions;
  private final SaveAction saveAction;

  ActionController(Actions actions, SaveAction saveAction) {
    this.actions = actions;
    this.saveAction = saveAction;
  }

  @PostMapping("/v1/actions")
  Mono<ResponseEntity<JsonNode>> create(Caller caller, @RequestBody JsonNode body) {
    adminOnly(caller, "create actions");
    return saveAction
        .create(caller, body)
        .map(reply -> ResponseEntity.status(HttpStatus.CREATED).body(render(reply)));
  }

  @GetMapping("/v1/actions")
  Mono<JsonNode> list(Caller caller, @RequestParam MultiValueMap<String, String> query) {
    var filter = filter(query);
    return actions
        .all(caller.organization())
        .filter(filter::shows)
        .<JsonNode>map(Action::view)
        .collectList()
        .map(
            shown -> {
              var answer = Json.object().put("ok", true);
              answer.putArray("actions").addAll(shown);
              return answer;
            });
  }

  @GetMapping("/v1/actions/{identifier}")
  Mono<JsonNode> get(Caller caller, @PathVariable String identifier) {
    return found(caller, identifier).map(ActionController::answer);
  }

  @PutMapping("/v1/actions/{identifier}")
  Mono<JsonNode> replace(
      Caller caller, @PathVariable String identifier, @RequestBody JsonNode body) {
    adminOnly(caller, "change actions");
    return saveAction.replace(caller, identifier, body).map(ActionController::render);
  }

  @DeleteMapping("/v1/actions/{identifier}")
  Mono<JsonNode> delete(Caller caller, @PathVariable String identifier) {
    adminOnly(caller, "delete actions");
    return found(caller, identifier)
        .filterWhen(
            action -> actions.remove(action, saveAction.entry(caller, "DELETE", action, null)))
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Action", identifier)))
        .map(action -> Json.object().put("ok", true));
  }

  private Mono<Action> found(Caller caller, String identifier) {
    return actions
        .find(caller.organization(), identifier)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Action", identifier)));
  }

  private static JsonNode render(Reply reply) {
    return switch (reply) {
      case Reply.Saved(var action) -> answer(action);
      case Reply.Invalid(var faults) -> throw Refusal.invalid(faults);
      case Reply.Taken(var identifier) -> throw Refusal.taken("Action", identifier);
      case Reply.Unknown(var identifier) -> throw Refusal.notFound("Action", identifier);
    };
  }

  private static JsonNode answer(Action action) {
    var answer = Json.object().put("ok", true);
    answer.set("action", action.view());
    return answer;
  }

  static void adminOnly(Caller caller, String what) {
    if (!caller.isAdmin()) {
      throw Refusal.forbidden("Only an Admin or the organization's own credentials may " + what);
    }
  }

  private static ActionFilter filter(MultiValueMap<String, String> query) {
    return new ActionFilter(
        set(query, "action_identifier"),
        set(query, "blueprint_identifier"),
        set(query, "operation"),
        bool(query.getFirst("published")),
        query.getFirst("trigger_type"),
        set(query, "trigger_event"),
        set(query, "trigger_event_action_identifier"));
  }

  private static Set<String> set(MultiValueMap<String, String> query, String name) {
    var values = new HashSet<String>();
    for (var key : List.of(name, name + "[]")) {
      for (var value : query.getOrDefault(key, List.of())) {
        values.addAll(List.of(value.split(",")));
      }
    }
    values.remove("");
    return Set.copyOf(values);
  }

  private static @Nullable Boolean bool(@Nullable String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      case null, default -> null;
    };
  }
}
