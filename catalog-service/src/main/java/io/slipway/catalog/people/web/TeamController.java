package io.slipway.catalog.people.web;

import io.slipway.catalog.face.Answers;
import io.slipway.catalog.face.Bodies;
import io.slipway.catalog.face.Fields;
import io.slipway.catalog.face.Query;
import io.slipway.catalog.people.EditTeams;
import io.slipway.catalog.people.People;
import io.slipway.catalog.people.Person;
import io.slipway.catalog.people.Team;
import io.slipway.catalog.people.Teams;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
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

@RestController
@RequestMapping("/v1/teams")
class TeamController {
  private static final Set<String> KNOWN = Set.of("name", "users", "description");

  private final Teams teams;
  private final People people;
  private final EditTeams edit;

  TeamController(Teams teams, People people, EditTeams edit) {
    this.teams = teams;
    this.people = people;
    this.edit = edit;
  }

  @GetMapping
  Mono<JsonNode> list(Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    var fields = new Query(parameters).list("fields");
    return lookup(caller)
        .flatMap(
            known ->
                teams
                    .all(caller.organization())
                    .map(team -> view(team, known, fields))
                    .collectList())
        .map(all -> Answers.ok("teams", all));
  }

  @GetMapping("/{name}")
  Mono<JsonNode> get(
      Caller caller,
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> parameters) {
    var fields = new Query(parameters).list("fields");
    return teams
        .find(caller.organization(), name)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Team", name)))
        .zipWith(lookup(caller))
        .map(found -> Answers.ok("team", view(found.getT1(), found.getT2(), fields)));
  }

  @PostMapping
  Mono<JsonNode> create(Caller caller, @RequestBody JsonNode body) {
    var object = Bodies.closed(body, KNOWN);
    var name = Said.name(object, "name", "");
    var said = said(object, false, false);
    return edit.create(caller, name, said).map(team -> answer(team, said));
  }

  @PutMapping("/{name}")
  Mono<JsonNode> replace(Caller caller, @PathVariable String name, @RequestBody JsonNode body) {
    var object = Bodies.closed(body, KNOWN);
    Said.name(object, "name", "");
    var said = said(object, false, true);
    return edit.change(caller, name, said).map(team -> answer(team, said));
  }

  @PatchMapping("/{name}")
  Mono<JsonNode> patch(Caller caller, @PathVariable String name, @RequestBody JsonNode body) {
    var said = said(Bodies.closed(body, KNOWN), true, false);
    return edit.change(caller, name, said).map(team -> answer(team, said));
  }

  @DeleteMapping("/{name}")
  Mono<JsonNode> delete(Caller caller, @PathVariable String name) {
    return edit.delete(caller, name).then(Mono.fromSupplier(Answers::ok));
  }

  private static EditTeams.Said said(ObjectNode body, boolean nullable, boolean whole) {
    var description = body.get("description");
    var cleared = description != null && description.isNull();
    if (description != null && !description.isString() && !(nullable && cleared)) {
      throw Said.invalid("/description", "must be string");
    }
    if (description != null && description.asString("").indexOf('\0') >= 0) {
      throw Said.invalid("/description", "must NOT contain the character U+0000");
    }
    return new EditTeams.Said(
        body.has("name") ? Said.name(body, "name", "") : null,
        Json.string(body, "description"),
        cleared || (whole && description == null),
        Said.texts(body, "users", ""));
  }

  /** What was just said about members comes back as it was said: addresses. */
  private static JsonNode answer(Team team, EditTeams.Said said) {
    var view = team.view();
    var users = said.users();
    if (users != null) {
      view.set("users", Json.strings(users));
    }
    return Answers.ok("team", view);
  }

  /** Everybody, and the names of all teams. */
  private record Known(List<Person> people, Map<String, String> teamNames) {}

  private Mono<Known> lookup(Caller caller) {
    return Mono.zip(
            people.all(caller.organization()).collectList(),
            people.teamNames(caller.organization()))
        .map(found -> new Known(found.getT1(), found.getT2()));
  }

  /** Members are shown when they are asked for. */
  private static ObjectNode view(Team team, Known known, Set<String> fields) {
    var view = team.view();
    if (fields.stream().anyMatch(field -> field.equals("users") || field.startsWith("users."))) {
      var users = view.putArray("users");
      known.people().stream()
          .filter(person -> person.teams().contains(team.identifier()))
          .forEach(person -> users.add(person.view(known.teamNames())));
    }
    return Fields.select(view, fields);
  }
}
