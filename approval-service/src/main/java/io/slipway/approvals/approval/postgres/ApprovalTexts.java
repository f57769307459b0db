package io.slipway.approvals.approval.postgres;

import io.slipway.approvals.approval.Briefing;
import io.slipway.approvals.approval.Party;
import io.slipway.approvals.approver.Approver;
import io.slipway.approvals.approver.ApproverRule;
import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The columns that hold JSON text: written and read here only. */
final class ApprovalTexts {
  private ApprovalTexts() {}

  static String of(ApproverRule rule) {
    var kept = Json.object();
    var approve = (ObjectNode) rule.lists();
    if (rule.byPolicy()) {
      approve.putObject("policy");
    }
    kept.set("approve", approve);
    return Json.text(kept);
  }

  static ApproverRule rule(String text) {
    return ApproverRule.of(Json.parse(text));
  }

  static String of(List<Approver> people) {
    var kept = Json.array();
    for (var person : people) {
      kept.addObject()
          .put("email", person.email())
          .put("name", person.name())
          .put("userId", person.userId());
    }
    return Json.text(kept);
  }

  static List<Approver> people(String text) {
    List<Approver> people = new ArrayList<>();
    for (var person : Json.parse(text)) {
      people.add(
          new Approver(
              required(person, "email"), Json.string(person, "name"), required(person, "userId")));
    }
    return people;
  }

  static String of(Briefing briefing) {
    var kept = Json.object();
    kept.put("run", briefing.runJson());
    kept.put("inputs", briefing.inputsJson());
    kept.put("actionTitle", briefing.actionTitle());
    kept.put("notification", briefing.notificationJson());
    var requester = briefing.requester();
    kept.putObject("requester")
        .put("id", requester.id())
        .put("email", requester.email())
        .put("kind", requester.kind().name())
        .put("user", requester.userJson());
    return Json.text(kept);
  }

  static Briefing briefing(String text) {
    var kept = Json.parse(text);
    var requester = kept.required("requester");
    return new Briefing(
        required(kept, "run"),
        required(kept, "inputs"),
        required(kept, "actionTitle"),
        new Party(
            required(requester, "id"),
            Json.string(requester, "email"),
            Party.Kind.valueOf(required(requester, "kind")),
            Json.string(requester, "user")),
        Json.string(kept, "notification"));
  }

  private static String required(JsonNode object, String member) {
    return object.required(member).stringValue();
  }
}
