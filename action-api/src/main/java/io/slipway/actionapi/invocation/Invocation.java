package io.slipway.actionapi.invocation;

import io.slipway.actionapi.access.Person;
import io.slipway.actionapi.action.Action;
import io.slipway.chassis.caller.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An action that was asked for and may be executed: everything that its run begins with.
 *
 * @param runId of the run that it begins
 * @param eventId of the event that says so, made before anything is written so that it stays
 * @param action as it is at this moment
 * @param properties the inputs, entity inputs as whole entities, secrets encrypted
 * @param rawProperties the inputs, entity inputs as identifiers, secrets encrypted
 * @param encryptedInputs names of the secret ones
 * @param by on whose behalf; {@code actingFor} tells the machine that asked for them
 * @param person what the catalog knows of them; null for a machine
 */
public record Invocation(
    String runId,
    String eventId,
    Action action,
    @Nullable JsonNode entity,
    ObjectNode properties,
    ObjectNode rawProperties,
    List<String> encryptedInputs,
    Caller by,
    @Nullable Person person,
    Instant at) {

  /** Whose consent the run waits for. */
  public enum Approval {
    NONE,
    ANY,
    ALL
  }

  /** The requirement as the action states it. */
  public JsonNode requiredApproval() {
    var stated = action.definition().path("requiredApproval");
    return stated.isMissingNode() ? BooleanNode.FALSE : stated;
  }

  public Approval approval() {
    var stated = requiredApproval();
    if (stated.isObject()) {
      return "ALL".equals(stated.path("type").asString("")) ? Approval.ALL : Approval.ANY;
    }
    return stated.asBoolean(false) ? Approval.ANY : Approval.NONE;
  }

  /** Who really made the call, when it was made on behalf of somebody else. */
  public @Nullable String impersonatedBy() {
    return by.actingFor();
  }

  public @Nullable String entityIdentifier() {
    return entity == null ? null : entity.path("identifier").asString("");
  }
}
