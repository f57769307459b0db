package io.slipway.actionapi.organization;

import io.slipway.chassis.json.Json;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An organisation.
 *
 * @param profile what its Admins may change: settings, announcement, …
 * @param adminEmail the first Admin; empty when there is none
 * @param kafkaUsername its principal at the broker
 * @param probe true for one that the operator made to try things out
 */
public record Organization(
    String id,
    String name,
    State state,
    ObjectNode profile,
    String adminEmail,
    String kafkaUsername,
    boolean probe,
    Instant createdAt,
    Instant changedAt) {

  /** Where it stands; only ACTIVE ones have tokens that work. */
  public enum State {
    PROVISIONING,
    ACTIVE,
    ERASED
  }

  /** The settings that its Admins have made; an object, possibly empty. */
  public ObjectNode settings() {
    return profile.get("settings") instanceof ObjectNode settings ? settings : Json.object();
  }

  /** A copy with another profile. */
  public Organization with(ObjectNode changed, Instant at) {
    return new Organization(
        id, name(changed), state, changed, adminEmail, kafkaUsername, probe, createdAt, at);
  }

  private String name(JsonNode changed) {
    var given = Json.string(changed, "name");
    return given == null ? name : given;
  }
}
