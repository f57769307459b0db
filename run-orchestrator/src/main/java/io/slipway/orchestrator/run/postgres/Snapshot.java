package io.slipway.orchestrator.run.postgres;

import io.slipway.chassis.json.Json;
import io.slipway.orchestrator.run.Actor;
import io.slipway.orchestrator.run.ApprovalRule;
import io.slipway.orchestrator.run.Invocation;
import io.slipway.orchestrator.run.RunId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An invocation as the text of one column. */
final class Snapshot {
  private Snapshot() {}

  static String write(Invocation asked) {
    var text = Json.object();
    text.put("at", asked.at().toString());
    text.put("actionIdentifier", asked.actionIdentifier());
    text.set("action", asked.action());
    text.set("permissions", asked.permissions());
    text.put("blueprint", asked.blueprint());
    text.put("entityIdentifier", asked.entityIdentifier());
    text.set("entity", asked.entity());
    text.set("properties", asked.properties());
    text.set("rawProperties", asked.rawProperties());
    text.set("by", actor(asked.by()));
    var impersonatedBy = asked.impersonatedBy();
    text.set("impersonatedBy", impersonatedBy == null ? null : actor(impersonatedBy));
    text.put("origin", asked.origin());
    text.put("depth", asked.depth());
    text.put("causeRunId", asked.causeRunId());
    text.put("approval", asked.approval().name());
    text.set("requiredApproval", asked.requiredApproval());
    text.set("encryptedInputs", Json.strings(asked.encryptedInputs()));
    return Json.text(text);
  }

  static Invocation read(String id, String organization, String snapshot) {
    var text = Json.object(snapshot);
    return new Invocation(
        new RunId(id),
        organization,
        Instant.parse(string(text, "at")),
        string(text, "actionIdentifier"),
        text.get("action"),
        text.get("permissions"),
        Json.string(text, "blueprint"),
        Json.string(text, "entityIdentifier"),
        optional(text, "entity"),
        text.get("properties"),
        text.get("rawProperties"),
        actor(text.get("by")),
        optional(text, "impersonatedBy") == null ? null : actor(text.get("impersonatedBy")),
        string(text, "origin"),
        text.get("depth").intValue(),
        Json.string(text, "causeRunId"),
        ApprovalRule.valueOf(string(text, "approval")),
        text.get("requiredApproval"),
        text.get("encryptedInputs").valueStream().map(JsonNode::stringValue).toList());
  }

  private static ObjectNode actor(Actor actor) {
    var text = Json.object();
    text.put("id", actor.id());
    text.put("kind", actor.kind().name());
    text.put("email", actor.email());
    text.set("user", actor.user());
    return text;
  }

  private static Actor actor(JsonNode text) {
    return new Actor(
        string(text, "id"),
        Actor.Kind.valueOf(string(text, "kind")),
        Json.string(text, "email"),
        optional(text, "user"));
  }

  private static String string(JsonNode text, String member) {
    return Objects.requireNonNull(Json.string(text, member), member);
  }

  private static @Nullable JsonNode optional(JsonNode text, String member) {
    var value = text.get(member);
    return value == null || value.isNull() ? null : value;
  }
}
