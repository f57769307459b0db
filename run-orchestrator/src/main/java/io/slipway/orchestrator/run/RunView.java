package io.slipway.orchestrator.run;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A run as clients see it: the contract's keys in the contract's order, and not one more. */
public final class RunView {
  private RunView() {}

  /** The shape that the clients of today parse. */
  public static ObjectNode v2(Run run) {
    var asked = run.invocation();
    var view = head(run);
    var blueprint = asked.blueprint();
    if (blueprint != null) {
      view.set("blueprint", named(blueprint, null));
    }
    var entity = asked.entityIdentifier();
    if (entity != null) {
      view.set("entity", named(entity, asked.entity()));
    }
    view.set("action", named(asked.actionIdentifier(), asked.action()));
    view.set("properties", asked.properties());
    view.set("rawProperties", asked.rawProperties());
    told(view, run);
    view.set("payload", run.payload());
    var response = run.particulars().response();
    if (response != null) {
      view.set("response", response);
    }
    view.put("pendingExecution", false);
    people(view, run);
    var ended = run.endedAt();
    if (ended != null) {
      view.put("endedAt", Times.text(ended));
    }
    return view;
  }

  /** The older shape, for those who ask for it. */
  public static ObjectNode v1(Run run) {
    var asked = run.invocation();
    var view = head(run);
    var blueprint = asked.blueprint();
    if (blueprint != null) {
      view.putObject("blueprint").put("identifier", blueprint).putNull("title");
    }
    var entity = asked.entityIdentifier();
    if (entity != null) {
      view.set("entity", named(entity, asked.entity()));
    }
    view.put("action", asked.actionIdentifier());
    view.set("properties", asked.properties());
    told(view, run);
    view.put("relatedEntityExists", entity != null);
    view.put("relatedBlueprintExists", blueprint != null);
    people(view, run);
    var ended = run.endedAt();
    view.put("endedAt", ended == null ? null : Times.text(ended));
    return view;
  }

  private static ObjectNode head(Run run) {
    var view = Json.object();
    var status = run.state().status();
    view.put("id", run.id().value());
    view.put("status", status == null ? null : status.name());
    view.put("statusLabel", run.particulars().statusLabel());
    return view;
  }

  private static void told(ObjectNode view, Run run) {
    var told = run.particulars();
    view.put("source", run.invocation().origin());
    view.set("link", Json.strings(told.links()));
    if (told.summary() != null) {
      view.put("summary", told.summary());
    }
    if (told.externalRunId() != null) {
      view.put("externalRunId", told.externalRunId());
    }
    view.set("requiredApproval", run.invocation().requiredApproval());
    view.set("approval", approval(run.decision()));
  }

  private static @Nullable JsonNode approval(@Nullable Decision decision) {
    if (decision == null) {
      return null;
    }
    var approval = Json.object();
    approval.put("description", decision.description());
    approval.put("userId", decision.voter());
    approval.put("state", decision.approved() ? "APPROVED" : "DECLINED");
    return approval;
  }

  private static void people(ObjectNode view, Run run) {
    var asked = run.invocation();
    view.put("createdBy", asked.by().id());
    var impersonatedBy = asked.impersonatedBy();
    if (impersonatedBy != null) {
      view.put("impersonatedBy", impersonatedBy.id());
    }
    view.put("updatedBy", run.updatedBy());
    view.put("createdAt", Times.text(asked.at()));
    view.put("updatedAt", Times.text(run.updatedAt()));
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
