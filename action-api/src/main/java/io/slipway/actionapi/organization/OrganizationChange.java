package io.slipway.actionapi.organization;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an Admin may change of an organisation, as a body of the contract says it. Pure. */
public final class OrganizationChange {
  private static final Set<String> KNOWN =
      Set.of("name", "settings", "isOnboarded", "toolSelectionProvisioning", "announcement");
  private static final int LONGEST_NAME = 200;

  private OrganizationChange() {}

  /** What is wrong with a body; empty when nothing is. */
  public static List<Fault> faults(JsonNode body) {
    if (!body.isObject()) {
      return List.of(new Fault("", "must be object"));
    }
    var faults = new ArrayList<Fault>();
    for (var member : body.propertyNames()) {
      if (!KNOWN.contains(member)) {
        faults.add(new Fault("/" + member, "must NOT have additional properties"));
      }
    }
    var name = body.get("name");
    if (name != null && (!name.isString() || !fits(name.stringValue()))) {
      faults.add(new Fault("/name", "must be a string of 1 to 200 characters"));
    }
    var settings = body.get("settings");
    if (settings != null && !settings.isObject()) {
      faults.add(new Fault("/settings", "must be object"));
    }
    var onboarded = body.get("isOnboarded");
    if (onboarded != null && !onboarded.isBoolean()) {
      faults.add(new Fault("/isOnboarded", "must be boolean"));
    }
    return faults;
  }

  private static boolean fits(String name) {
    return !name.isBlank() && name.length() <= LONGEST_NAME;
  }

  /** The profile after the change: settings are merged key by key, everything else replaced. */
  public static ObjectNode apply(ObjectNode profile, JsonNode body) {
    var changed = profile.deepCopy();
    for (var member : body.properties()) {
      if (member.getKey().equals("settings")) {
        var settings =
            changed.get("settings") instanceof ObjectNode before ? before : Json.object();
        member.getValue().properties().forEach(s -> settings.set(s.getKey(), s.getValue()));
        changed.set("settings", settings);
      } else {
        changed.set(member.getKey(), member.getValue());
      }
    }
    return changed;
  }
}
