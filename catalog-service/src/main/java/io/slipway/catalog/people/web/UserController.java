package io.slipway.catalog.people.web;

import io.slipway.catalog.face.Answers;
import io.slipway.catalog.face.Bodies;
import io.slipway.catalog.face.Fields;
import io.slipway.catalog.face.Query;
import io.slipway.catalog.people.EditPeople;
import io.slipway.catalog.people.People;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.problem.Refusal;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/v1/users")
class UserController {
  private final People people;
  private final EditPeople edit;

  UserController(People people, EditPeople edit) {
    this.people = people;
    this.edit = edit;
  }

  @GetMapping
  Mono<JsonNode> list(Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    var fields = new Query(parameters).list("fields");
    return people
        .teamNames(caller.organization())
        .flatMap(
            names ->
                people
                    .all(caller.organization())
                    .map(person -> Fields.select(person.view(names), fields))
                    .collectList())
        .map(all -> Answers.ok("users", all));
  }

  @GetMapping("/{email}")
  Mono<JsonNode> get(
      Caller caller,
      @PathVariable String email,
      @RequestParam MultiValueMap<String, String> parameters) {
    var fields = new Query(parameters).list("fields");
    return people
        .find(caller.organization(), email)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("User", email)))
        .zipWith(people.teamNames(caller.organization()))
        .map(found -> Answers.ok("user", Fields.select(found.getT1().view(found.getT2()), fields)));
  }

  @PostMapping("/invite")
  Mono<JsonNode> invite(
      Caller caller,
      @RequestBody JsonNode body,
      @RequestHeader(name = "User-Agent", defaultValue = "") String agent) {
    var invitee = Bodies.closed(body, Set.of("invitee")).get("invitee");
    if (invitee == null) {
      throw Said.invalid("", "must have required property 'invitee'");
    }
    Bodies.closed(invitee, Set.of("email", "roles", "teams"), "/invitee");
    var email = Said.name(invitee, "email", "/invitee");
    var roles = Said.texts(invitee, "roles", "/invitee");
    var teams = Said.texts(invitee, "teams", "/invitee");
    return edit.invite(
            caller,
            email,
            roles == null ? List.of() : roles,
            teams == null ? List.of() : teams,
            agent)
        .zipWith(people.teamNames(caller.organization()))
        .map(invited -> Answers.ok("user", invited.getT1().view(invited.getT2())));
  }

  @PatchMapping("/{email}")
  Mono<JsonNode> change(
      Caller caller,
      @PathVariable String email,
      @RequestBody JsonNode body,
      @RequestHeader(name = "User-Agent", defaultValue = "") String agent) {
    var object = Bodies.closed(body, Set.of("roles", "teams"));
    var roles = Said.texts(object, "roles", "");
    if (roles != null && roles.isEmpty()) {
      throw Said.invalid("/roles", "must NOT have fewer than 1 items");
    }
    return edit.change(caller, email, roles, Said.texts(object, "teams", ""), agent)
        .zipWith(people.teamNames(caller.organization()))
        .map(
            changed -> {
              // Clients read the fields at either place.
              var view = changed.getT1().view(changed.getT2());
              return Answers.ok().setAll(view).set("user", view.deepCopy());
            });
  }

  @DeleteMapping("/{email}")
  Mono<JsonNode> delete(Caller caller, @PathVariable String email) {
    return edit.delete(caller, email).then(Mono.fromSupplier(Answers::ok));
  }
}
