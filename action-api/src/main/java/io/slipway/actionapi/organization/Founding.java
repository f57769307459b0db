package io.slipway.actionapi.organization;

import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that an organisation begins with. What was not given is made up; the secrets are shown to
 * whoever founds it and to nobody after.
 */
public record Founding(
    String orgId,
    String name,
    String clientId,
    String clientSecret,
    String adminEmail,
    String adminPassword,
    String kafkaUsername,
    String kafkaPassword,
    boolean probe) {

  private static final int CLIENT_ID = 32;
  private static final int SECRET = 43; // letters and digits: 256 bits

  /** From the members of a credentials file or of the operator's request. */
  public static Founding of(JsonNode given) {
    var id = text(given, "orgId", text(given, "id", Ids.withPrefix("org_")));
    var email = text(given, "adminEmail", "").toLowerCase(java.util.Locale.ROOT);
    return new Founding(
        id,
        text(given, "name", id),
        text(given, "clientId", Ids.random(CLIENT_ID)),
        text(given, "clientSecret", Ids.random(SECRET)),
        email,
        text(given, "adminPassword", email.isEmpty() ? "" : Ids.random(20)),
        text(given, "kafkaUsername", id),
        text(given, "kafkaPassword", Ids.random(SECRET)),
        given.path("probe").asBoolean(false));
  }

  /** As {@code credentials.json} has it. */
  public ObjectNode credentials() {
    var view = Json.object();
    view.put("orgId", orgId);
    view.put("clientId", clientId);
    view.put("clientSecret", clientSecret);
    if (!adminEmail.isEmpty()) {
      view.put("adminEmail", adminEmail);
    }
    if (!adminPassword.isEmpty()) {
      view.put("adminPassword", adminPassword);
    }
    view.put("kafkaUsername", kafkaUsername);
    view.put("kafkaPassword", kafkaPassword);
    return view;
  }

  /** Without anything that must not get into a log. */
  @Override
  public String toString() {
    return "Founding[" + orgId + "]";
  }

  private static String text(JsonNode given, String member, String otherwise) {
    var value = Json.string(given, member);
    return value == null || value.isBlank() ? otherwise : value;
  }
}
