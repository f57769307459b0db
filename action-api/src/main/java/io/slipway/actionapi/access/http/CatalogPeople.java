package io.slipway.actionapi.access.http;

import io.slipway.actionapi.access.People;
import io.slipway.actionapi.access.Person;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.HashSet;
import java.util.Set;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks the catalog, which owns people. */
@org.springframework.stereotype.Component("catalogPeople")
class CatalogPeople implements People {
  private final Doors doors;

  CatalogPeople(Doors doors) {
    this.doors = doors;
  }

  @Override
  public Mono<Person> find(String organization, String email) {
    var path =
        "/internal/callers/" + UriUtils.encode(email, java.nio.charset.StandardCharsets.UTF_8);
    return doors
        .get(Service.CATALOG_SERVICE, path, Caller.service(organization, Service.ACTION_API.id()))
        .map(answer -> person(answer.path("caller")))
        .onErrorResume(
            Refusal.class, refusal -> refusal.status() == 404 ? Mono.empty() : Mono.error(refusal));
  }

  private static Person person(JsonNode caller) {
    var user = caller.path("user");
    var teams = new HashSet<>(texts(caller.path("teams")));
    teams.addAll(texts(user.path("teams")));
    return new Person(
        caller.path("email").asString(""),
        caller.path("userId").asString(""),
        caller.path("status").asString(""),
        "SERVICE_ACCOUNT".equals(Json.string(caller, "kind"))
            ? Caller.Kind.SERVICE_ACCOUNT
            : Caller.Kind.USER,
        Set.copyOf(texts(caller.path("roles"))),
        Set.copyOf(teams),
        user);
  }

  private static Set<String> texts(JsonNode array) {
    var texts = new HashSet<String>();
    for (var item : array) {
      if (item.isString()) {
        texts.add(item.stringValue());
      }
    }
    return texts;
  }
}
