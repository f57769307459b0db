package io.slipway.orchestrator.run;

import io.slipway.chassis.json.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What someone asked for, as everything stood at that moment. It never changes: a later edit of the
 * action does not reach the run.
 *
 * @param action as it was saved, with who made and changed it and when
 * @param permissions of the action, which say who may approve
 * @param properties the inputs, entity inputs as whole entities; secret ones are ciphertext
 * @param rawProperties the inputs, entity inputs as the identifiers given
 * @param requiredApproval as the action states it: false, true, or an object with a type
 * @param encryptedInputs names of the inputs that are secret
 */
public record Invocation(
    RunId runId,
    String organization,
    Instant at,
    String actionIdentifier,
    JsonNode action,
    JsonNode permissions,
    @Nullable String blueprint,
    @Nullable String entityIdentifier,
    @Nullable JsonNode entity,
    JsonNode properties,
    JsonNode rawProperties,
    Actor by,
    @Nullable Actor impersonatedBy,
    String origin,
    int depth,
    @Nullable String causeRunId,
    ApprovalRule approval,
    JsonNode requiredApproval,
    List<String> encryptedInputs) {

  public Invocation {
    encryptedInputs = List.copyOf(encryptedInputs);
  }

  /** How the action wants its work done; an empty object when it does not say. */
  public JsonNode method() {
    var method = action.get("invocationMethod");
    return method == null ? Json.object() : method;
  }

  /** The type of the invocation method, such as {@code KAFKA}. */
  public String methodType() {
    var type = Json.string(method(), "type");
    return type == null ? "UNKNOWN" : type;
  }

  /** True unless the action hides its runs from members who have nothing to do with them. */
  public boolean openToAll() {
    var open = action.get("allowAnyoneToViewRuns");
    return open == null || !open.isBoolean() || open.booleanValue();
  }
}
