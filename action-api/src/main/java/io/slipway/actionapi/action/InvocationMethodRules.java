package io.slipway.actionapi.action;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The shape of an invocation method: closed, by type. */
final class InvocationMethodRules {
  private static final String AT = "/invocationMethod";

  private record Keys(Set<String> required, Set<String> optional) {}

  private static final Keys HTTP =
      new Keys(Set.of("url"), Set.of("agent", "synchronized", "method", "headers", "body"));
  private static final Keys AZURE = new Keys(Set.of("webhook", "org"), Set.of("payload"));
  private static final Map<String, Keys> METHODS =
      Map.of(
          "WEBHOOK",
          HTTP,
          "SLACK",
          HTTP,
          "JENKINS",
          HTTP,
          "KAFKA",
          new Keys(Set.of(), Set.of("payload")),
          "GITHUB",
          new Keys(
              Set.of("org", "repo", "workflow"), Set.of("workflowInputs", "reportWorkflowStatus")),
          "INTEGRATION_ACTION",
          new Keys(
              Set.of(
                  "installationId",
                  "integrationActionType",
                  "integrationActionExecutionProperties"),
              Set.of()),
          "GITLAB",
          new Keys(Set.of("projectName", "groupName"), Set.of("defaultRef", "pipelineVariables")),
          "AZURE_DEVOPS",
          AZURE,
          "AZURE-DEVOPS",
          AZURE,
          "UPSERT_ENTITY",
          new Keys(Set.of("blueprintIdentifier", "mapping"), Set.of()));

  private InvocationMethodRules() {}

  static void check(JsonNode method, Faults faults) {
    if (!faults.object(method, AT) || !faults.required(method, AT, "type")) {
      return;
    }
    faults.oneOf(method, AT, "type", METHODS.keySet());
    var keys = METHODS.get(method.path("type").asString(""));
    if (keys == null) {
      return;
    }
    keys.required().forEach(key -> faults.required(method, AT, key));
    for (var member : method.propertyNames()) {
      if (!member.equals("type")
          && !keys.required().contains(member)
          && !keys.optional().contains(member)) {
        faults.add(Faults.member(AT, member), "must NOT have additional properties");
      }
    }
    if (keys == HTTP) {
      http(method, faults);
    }
    structure(method, "payload", faults);
  }

  private static void http(JsonNode method, Faults faults) {
    faults.string(method, AT, "url");
    structure(method, "body", faults);
    var headers = method.get("headers");
    if (headers != null && faults.object(headers, AT + "/headers")) {
      for (var header : headers.properties()) {
        if (!header.getValue().isString()) {
          faults.add(Faults.member(AT + "/headers", header.getKey()), "must be string");
        }
      }
    }
    for (var flag : Set.of("agent", "synchronized")) {
      var value = method.get(flag);
      if (value != null && !value.isBoolean() && !value.isString()) {
        faults.add(AT + "/" + flag, "must be boolean or a template");
      }
    }
    // The agent adds keys of its own to the body, which an array has no place for.
    if (method.path("agent").asBoolean(false) && method.path("body").isArray()) {
      faults.add(AT + "/body", "must be object when an agent makes the call");
    }
  }

  private static void structure(JsonNode method, String member, Faults faults) {
    var value = method.get(member);
    if (value != null && !value.isObject() && !value.isArray()) {
      faults.add(AT + "/" + member, "must be object or array");
    }
  }
}
