package io.slipway.approvals.approver.http;

import io.slipway.approvals.ApprovalService;
import io.slipway.approvals.approver.Approver;
import io.slipway.approvals.approver.ApproverDirectory;
import io.slipway.approvals.approver.ApproverRule;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The directory behind the catalog's door. */
@Component
class CatalogDirectory implements ApproverDirectory {
  private final Doors doors;

  CatalogDirectory(Doors doors) {
    this.doors = doors;
  }

  @Override
  public Mono<List<Approver>> mayVote(String organization, ApproverRule rule) {
    if (rule.namesNobody()) {
      return Mono.just(List.of());
    }
    var self = Caller.service(organization, ApprovalService.NAME);
    return doors
        .post(Service.CATALOG_SERVICE, "/internal/people/resolve", self, rule.lists())
        .map(CatalogDirectory::people);
  }

  private static List<Approver> people(JsonNode answer) {
    List<Approver> people = new ArrayList<>();
    for (var person : answer.path("people")) {
      var email = Json.string(person, "email");
      if (email != null) {
        var userId = Json.string(person, "userId");
        people.add(
            new Approver(email, Json.string(person, "name"), userId == null ? email : userId));
      }
    }
    return List.copyOf(people);
  }
}
