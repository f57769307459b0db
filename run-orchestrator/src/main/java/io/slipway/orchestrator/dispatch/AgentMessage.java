package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.json.Json;
import io.slipway.orchestrator.run.Invocation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an organization's topic carries for its agent: the action's own body, or the usual message,
 * with what the agent needs to make the call, to report, and to check the signature.
 */
final class AgentMessage {
  private AgentMessage() {}

  /**
   * The message, not signed yet.
   *
   * @param method the filled method, as agents read it
   */
  static ObjectNode of(Invocation asked, ObjectNode method, @Nullable JsonNode body) {
    var message = body instanceof ObjectNode own ? own.deepCopy() : LegacyMessage.of(asked);
    member(member(message, "payload"), "action").set("invocationMethod", method);
    member(message, "context").put("runId", asked.runId().value());
    message.remove("headers");
    message.set("headers", method.get("headers").deepCopy());
    return message;
  }

  private static ObjectNode member(ObjectNode object, String name) {
    if (object.get(name) instanceof ObjectNode member) {
      return member;
    }
    var member = Json.object();
    object.set(name, member);
    return member;
  }
}
