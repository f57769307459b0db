package io.slipway.notifier.notification;

import io.slipway.chassis.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whoever asked for a run.
 *
 * @param id the user's identifier, or the client id of a program
 * @param email of a person
 * @param user as the request showed them
 */
public record Requester(String id, @Nullable String email, @Nullable JsonNode user) {

  /** How to speak of them: by name, else by e-mail, else by identifier. */
  public String title() {
    var name = (part("firstName") + " " + part("lastName")).strip();
    if (!name.isEmpty()) {
      return name;
    }
    var address = email;
    return address == null ? id : address;
  }

  /** A part of the name; empty when it is not known. */
  String part(String member) {
    var part = user == null ? null : Json.string(user, member);
    return part == null ? "" : part;
  }
}
