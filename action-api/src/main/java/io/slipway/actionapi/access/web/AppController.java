package io.slipway.actionapi.access.web;

import io.slipway.actionapi.access.App;
import io.slipway.actionapi.access.Apps;
import io.slipway.actionapi.access.ClientSecrets;
import io.slipway.actionapi.access.EditApps;
import io.slipway.actionapi.access.EditApps.Reply;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The organisation's own credentials, which the contract calls apps. */
@RestController
@RequestMapping("/v1/apps")
class AppController {
  private static final int LONGEST_NAME = 200;

  private final Apps apps;
  private final EditApps editApps;
  private final ClientSecrets secrets;

  AppController(Apps apps, EditApps editApps, ClientSecrets secrets) {
    this.apps = apps;
    this.editApps = editApps;
    this.secrets = secrets;
  }

  @GetMapping
  Mono<JsonNode> list(Caller caller, @RequestParam MultiValueMap<String, String> query) {
    adminOnly(caller);
    var fields = fields(query);
    return apps.all(caller.organization())
        .<JsonNode>map(app -> only(view(app), fields))
        .collectList()
        .map(
            shown -> {
              var answer = Json.object().put("ok", true);
              answer.putArray("apps").addAll(shown);
              return answer;
            });
  }

  @PostMapping
  Mono<JsonNode> create(Caller caller, @RequestBody JsonNode body) {
    adminOnly(caller);
    return editApps.add(caller, name(body)).map(this::render);
  }

  @PutMapping("/{id}")
  Mono<JsonNode> rename(Caller caller, @PathVariable String id, @RequestBody JsonNode body) {
    adminOnly(caller);
    return editApps.rename(caller, id, name(body)).map(this::render);
  }

  @PostMapping("/{id}/rotate-secret")
  Mono<JsonNode> rotate(Caller caller, @PathVariable String id) {
    adminOnly(caller);
    return editApps.rotate(caller, id).map(this::render);
  }

  @DeleteMapping("/{id}")
  Mono<JsonNode> delete(Caller caller, @PathVariable String id) {
    adminOnly(caller);
    return editApps.remove(caller, id).map(this::render).map(gone -> Json.object().put("ok", true));
  }

  private JsonNode render(Reply reply) {
    return switch (reply) {
      case Reply.Done(var app) -> Json.object().put("ok", true).set("app", view(app));
      case Reply.Unknown(var id) -> throw Refusal.notFound("App", id);
      case Reply.Signs(var id) ->
          throw Refusal.conflict(
              "The credentials "
                  + id
                  + " sign the organization's invocations and cannot be deleted");
    };
  }

  private ObjectNode view(App app) {
    return Json.object()
        .put("id", app.clientId())
        .put("name", app.name().isEmpty() ? "Default" : app.name())
        .put("enabled", true)
        .put("createdAt", Times.text(app.createdAt()))
        .put("updatedAt", Times.text(app.changedAt()))
        .put("secret", secrets.open(app.organization(), app.secretSealed()));
  }

  private static ObjectNode only(ObjectNode view, Set<String> fields) {
    return fields.isEmpty() ? view : view.retain(fields);
  }

  private static Set<String> fields(MultiValueMap<String, String> query) {
    var fields = new HashSet<String>();
    for (var key : List.of("fields", "fields[]")) {
      query.getOrDefault(key, List.of()).forEach(value -> fields.addAll(List.of(value.split(","))));
    }
    fields.remove("");
    return fields;
  }

  private static String name(JsonNode body) {
    if (!body.isObject()) {
      throw Refusal.invalid("", "must be object");
    }
    for (var member : body.propertyNames()) {
      if (!member.equals("name")) {
        throw Refusal.invalid("/" + member, "must NOT have additional properties");
      }
    }
    var name = Json.string(body, "name");
    if (name == null) {
      throw Refusal.invalid("", "must have required property 'name', a string");
    }
    if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
      throw Refusal.invalid("/name", "must be a string of 1 to 200 characters");
    }
    return name;
  }

  private static void adminOnly(Caller caller) {
    if (!caller.isAdmin()) {
      throw Refusal.forbidden(
          "Only an Admin or the organization's own credentials may work with credentials");
    }
  }
}
