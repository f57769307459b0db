package io.slipway.catalog.people.web;

import io.slipway.catalog.face.Answers;
import io.slipway.catalog.face.Bodies;
import io.slipway.catalog.people.People;
import io.slipway.catalog.people.Person;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The doors at which other services ask who a caller is, and whom rules name. */
@RestController
class PeopleDoor {
  private final People people;

  PeopleDoor(People people) {
    this.people = people;
  }

  @GetMapping("/internal/callers/{email}")
  Mono<JsonNode> caller(Caller caller, @PathVariable String email) {
    return people
        .find(caller.organization(), email)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("User", email)))
        .zipWith(people.teamNames(caller.organization()))
        .map(found -> Answers.ok("caller", caller(found.getT1(), found.getT2())));
  }

  private static JsonNode caller(Person person, Map<String, String> teamNames) {
    var view = Json.object();
    view.put("email", person.email());
    view.put("userId", person.userId());
    view.put("status", person.status());
    view.put("kind", person.isServiceAccount() ? "SERVICE_ACCOUNT" : "USER");
    view.set("roles", Json.strings(person.roles()));
    view.set("teams", Json.strings(person.teams()));
    view.set("user", person.view(teamNames));
    return view;
  }

  @PostMapping("/internal/people/resolve")
  Mono<JsonNode> resolve(Caller caller, @RequestBody JsonNode body) {
    var object = Bodies.object(body);
    return people
        .resolve(
            caller.organization(),
            names(object, "users"),
            names(object, "roles"),
            names(object, "teams"))
        .map(
            person ->
                Json.object()
                    .put("email", person.email())
                    .put("name", person.name())
                    .put("userId", person.userId()))
        .collectList()
        .map(found -> Answers.ok("people", found));
  }

  private static Set<String> names(JsonNode body, String member) {
    var names = Said.texts(body, member, "");
    return names == null ? Set.of() : Set.copyOf(names);
  }
}
