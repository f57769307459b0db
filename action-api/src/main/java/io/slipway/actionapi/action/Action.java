package io.slipway.actionapi.action;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that can be asked for, by a person (self-service) or because of an event (automation).
 *
 * @param id internal, survives renames
 * @param definition exactly what was sent, for it must be echoed
 * @param permissions who may execute it, and who may approve
 */
public record Action(
    String id,
    String organization,
    String identifier,
    ObjectNode definition,
    ObjectNode permissions,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy) {

  /** How an action begins. */
  public enum Trigger {
    SELF_SERVICE("self-service"),
    AUTOMATION("automation");

    private final String word;

    Trigger(String word) {
      this.word = word;
    }

    /** The contract's word. */
    public String word() {
      return word;
    }
  }

  /** What it does to the catalog, for a self-service action. */
  public enum Operation {
    CREATE,
    DAY_2,
    DELETE
  }

  public Trigger trigger() {
    return "automation".equals(Json.string(triggerJson(), "type"))
        ? Trigger.AUTOMATION
        : Trigger.SELF_SERVICE;
  }

  /** CREATE also where nothing is said. */
  public Operation operation() {
    return switch (Json.string(triggerJson(), "operation")) {
      case "DAY-2" -> Operation.DAY_2;
      case "DELETE" -> Operation.DELETE;
      case null, default -> Operation.CREATE;
    };
  }

  /** The blueprint it belongs to, or null. */
  public @Nullable String blueprint() {
    return Json.string(triggerJson(), "blueprintIdentifier");
  }

  public JsonNode triggerJson() {
    return definition.path("trigger");
  }

  public JsonNode userInputs() {
    return triggerJson().path("userInputs");
  }

  /** As {@code GET /v1/actions/{id}} shows it: what was sent, and who saved it when. */
  public ObjectNode view() {
    var view = definition.deepCopy();
    view.put("id", id);
    view.put("createdAt", Times.text(createdAt));
    view.put("createdBy", createdBy);
    view.put("updatedAt", Times.text(changedAt));
    view.put("updatedBy", changedBy);
    return view;
  }

  /** A copy with another definition. */
  public Action with(ObjectNode changed, Instant at, String by) {
    var name = Json.string(changed, "identifier");
    return new Action(
        id,
        organization,
        name == null ? identifier : name,
        changed,
        permissions,
        createdAt,
        createdBy,
        at,
        by);
  }

  /** A copy with other permissions. */
  public Action withPermissions(ObjectNode changed) {
    return new Action(
        id,
        organization,
        identifier,
        definition,
        changed,
        createdAt,
        createdBy,
        changedAt,
        changedBy);
  }
}
