package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.schema.Faults;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What must not happen to the entities that are people and teams. */
final class SystemEntities {
  private SystemEntities() {}

  /**
   * What an entity will be called. People and teams are known elsewhere by their identifier, so it
   * stays.
   */
  static String identifier(Blueprint blueprint, Entity existing, String wanted) {
    if (blueprint.lookup(wanted).equals(blueprint.lookup(existing.identifier()))) {
      return existing.identifier();
    }
    if (blueprint.isSystem()) {
      throw Faults.refusal(
          "protected_entity",
          "/identifier",
          "of an entity of \"" + blueprint.identifier() + "\" must NOT be changed");
    }
    return wanted;
  }

  /** Nobody locks oneself out, or in again. */
  static void mustNotChangeOwnStatus(
      Caller caller, Blueprint blueprint, @Nullable Entity existing, ObjectNode properties) {
    if (existing == null || !blueprint.identifier().equals(Blueprint.USER)) {
      return;
    }
    var own = caller.email();
    var same = own != null && blueprint.lookup(own).equals(blueprint.lookup(existing.identifier()));
    var before = Json.string(existing.content().properties(), "status");
    if (same && !Objects.equals(before, Json.string(properties, "status"))) {
      throw Refusal.forbidden("You cannot change your own status");
    }
  }
}
