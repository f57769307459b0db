package io.slipway.actionapi.action;

import io.slipway.chassis.problem.Fault;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Whether a definition has the shape of the contract, told in every fault at once. What a
 * definition refers to (blueprints, other actions) is asked by {@link SaveAction}.
 */
public final class ActionValidator {
  /** The name under which runs are found, so no action can have it. */
  private static final String RESERVED = "runs";

  private static final Pattern IDENTIFIER =
      Pattern.compile("^(?!\\.{1,2}$)[\\p{L}0-9@_.+:=-]+$", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Set<String> KNOWN =
      Set.of(
          "identifier",
          "title",
          "icon",
          "description",
          "trigger",
          "invocationMethod",
          "requiredApproval",
          "approvalNotification",
          "publish",
          "allowAnyoneToViewRuns");

  private ActionValidator() {}

  /** What is wrong with a definition; empty when nothing is. */
  public static List<Fault> check(JsonNode body) {
    var faults = new Faults();
    if (!faults.object(body, "")) {
      return faults.found();
    }
    faults.closed(body, "", KNOWN);
    faults.requiredString(body, "", "identifier");
    faults.pattern(body, "", "identifier", IDENTIFIER);
    if (RESERVED.equals(body.path("identifier").asString(""))) {
      faults.add("/identifier", "must not be 'runs', under which runs are found");
    }
    for (var text : List.of("title", "icon", "description")) {
      faults.string(body, "", text);
    }
    faults.bool(body, "", "publish");
    faults.bool(body, "", "allowAnyoneToViewRuns");
    if (faults.required(body, "", "trigger")) {
      TriggerRules.check(body.path("trigger"), faults);
    }
    if (faults.required(body, "", "invocationMethod")) {
      InvocationMethodRules.check(body.path("invocationMethod"), faults);
    }
    approval(body, faults);
    return faults.found();
  }

  private static void approval(JsonNode body, Faults faults) {
    var required = body.get("requiredApproval");
    if (required != null && !required.isBoolean()) {
      if (!required.isObject()) {
        faults.add("/requiredApproval", "must be boolean or object");
      } else {
        faults.closed(required, "/requiredApproval", Set.of("type"));
        faults.required(required, "/requiredApproval", "type");
        faults.oneOf(required, "/requiredApproval", "type", Set.of("ANY", "ALL"));
      }
    }
    var notification = body.get("approvalNotification");
    if (notification == null || !faults.object(notification, "/approvalNotification")) {
      return;
    }
    faults.closed(notification, "/approvalNotification", Set.of("type", "url", "format"));
    faults.oneOf(notification, "/approvalNotification", "type", Set.of("email", "webhook"));
    faults.oneOf(notification, "/approvalNotification", "format", Set.of("json", "slack"));
    if ("webhook".equals(notification.path("type").asString(""))) {
      faults.requiredString(notification, "/approvalNotification", "url");
    }
  }
}
