package io.slipway.notifier.notification.http;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.json.Json;
import io.slipway.notifier.Notifier;
import io.slipway.notifier.notification.Addressee;
import io.slipway.notifier.notification.Admins;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The Admins behind the catalog's door. */
@Component
class CatalogAdmins implements Admins {
  private final Doors doors;

  CatalogAdmins(Doors doors) {
    this.doors = doors;
  }

  @Override
  public Mono<List<Addressee>> of(String organization) {
    var question = Json.object();
    question.putArray("users");
    question.putArray("roles").add("Admin");
    question.putArray("teams");
    var self = Caller.service(organization, Notifier.NAME);
    return doors
        .post(Service.CATALOG_SERVICE, "/internal/people/resolve", self, question)
        .map(CatalogAdmins::people);
  }

  private static List<Addressee> people(JsonNode answer) {
    List<Addressee> people = new ArrayList<>();
    for (var person : answer.path("people")) {
      var email = Json.string(person, "email");
      if (email != null) {
        people.add(new Addressee(email, Json.string(person, "name")));
      }
    }
    return List.copyOf(people);
  }
}
