package io.slipway.actionapi.invocation;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The run of an invocation, as it will be in a moment: what the orchestrator says of it anew. */
public final class RunView {
  private RunView() {}

  /** The shape that the clients of today parse (version v2). */
  public static ObjectNode of(Invocation asked) {
    var view = Json.object();
    view.put("id", asked.runId());
    view.put(
        "status",
        asked.approval() == Invocation.Approval.NONE ? "IN_PROGRESS" : "WAITING_FOR_APPROVAL");
    view.putNull("statusLabel");
    var blueprint = asked.action().blueprint();
    if (blueprint != null) {
      view.set("blueprint", named(blueprint, null));
    }
    var entity = asked.entityIdentifier();
    if (entity != null) {
      view.set("entity", named(entity, asked.entity()));
    }
    view.set("action", named(asked.action().identifier(), asked.action().definition()));
    view.set("properties", asked.properties());
    view.set("rawProperties", asked.rawProperties());
    view.put("source", asked.by().origin());
    view.putArray("link");
    view.set("requiredApproval", asked.requiredApproval());
    view.putNull("approval");
    view.putNull("payload");
    view.put("pendingExecution", false);
    view.put("createdBy", asked.by().principal());
    if (asked.impersonatedBy() != null) {
      view.put("impersonatedBy", asked.impersonatedBy());
    }
    view.put("updatedBy", asked.by().principal());
    view.put("createdAt", Times.text(asked.at()));
    view.put("updatedAt", Times.text(asked.at()));
    return view;
  }

  private static ObjectNode named(String identifier, @Nullable JsonNode thing) {
    var view = Json.object();
    view.put("identifier", identifier);
    view.put("title", thing == null ? null : Json.string(thing, "title"));
    view.put("icon", thing == null ? null : Json.string(thing, "icon"));
    view.put("deleted", false);
    return view;
  }
}
