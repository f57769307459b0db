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
  private static final Set<String> PROVISIONING = Set.of("IN_PROGRESS", "DONE");
  private static final Set<String> SUPPORT_TTL =
      Set.of("ONE_DAY", "ONE_WEEK", "ONE_MONTH", "FOREVER");
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
    if (body.has("name") && !(Json.string(body, "name") instanceof String name && fits(name))) {
      faults.add(new Fault("/name", "must be a string of 1 to 200 characters"));
    }
    for (var member : List.of("settings", "toolSelectionProvisioning", "announcement")) {
      if (body.has(member) && !body.path(member).isObject()) {
        faults.add(new Fault("/" + member, "must be object"));
      }
    }
    if (body.has("isOnboarded") && !body.path("isOnboarded").isBoolean()) {
      faults.add(new Fault("/isOnboarded", "must be boolean"));
    }
    settings(body.path("settings"), faults);
    if (body.has("toolSelectionProvisioning")) {
      var provisioning = body.path("toolSelectionProvisioning");
      oneOf(provisioning, "/toolSelectionProvisioning", "status", PROVISIONING, faults);
    }
    announcement(body.path("announcement"), faults);
    return faults;
  }

  private static boolean fits(String name) {
    return !name.isBlank() && name.length() <= LONGEST_NAME && name.indexOf('\0') < 0;
  }

  /** Settings are open; only those that the contract names have a shape. */
  private static void settings(JsonNode settings, List<Fault> faults) {
    var at = "/settings";
    if (settings.has("hiddenBlueprints") && !settings.path("hiddenBlueprints").isArray()) {
      faults.add(new Fault(at + "/hiddenBlueprints", "must be array"));
    }
    if (settings.has("federatedLogout") && !settings.path("federatedLogout").isBoolean()) {
      faults.add(new Fault(at + "/federatedLogout", "must be boolean"));
    }
    text(settings, at, "portalTitle", 0, 30, faults);
    oneOf(settings, at, "supportUserPermission", Set.of("OPT_IN", "OPT_OUT"), faults);
    oneOf(settings, at, "supportUserTTL", SUPPORT_TTL, faults);
  }

  private static void announcement(JsonNode announcement, List<Fault> faults) {
    var at = "/announcement";
    if (announcement.has("enabled") && !announcement.path("enabled").isBoolean()) {
      faults.add(new Fault(at + "/enabled", "must be boolean"));
    }
    text(announcement, at, "content", 1, 300, faults);
    if (!announcement.path("link").isNull()) {
      text(announcement, at, "link", 0, 300, faults);
    }
    oneOf(announcement, at, "color", Set.of("blue", "red"), faults);
  }

  private static void text(
      JsonNode object, String at, String member, int least, int most, List<Fault> faults) {
    if (object.has(member)
        && !(Json.string(object, member) instanceof String text
            && text.length() >= least
            && text.length() <= most)) {
      faults.add(
          new Fault(
              at + "/" + member, "must be a string of %d to %d characters".formatted(least, most)));
    }
  }

  private static void oneOf(
      JsonNode object, String at, String member, Set<String> words, List<Fault> faults) {
    if (object.has(member)
        && !(Json.string(object, member) instanceof String word && words.contains(word))) {
      faults.add(
          new Fault(
              at + "/" + member,
              "must be equal to one of the allowed values: "
                  + String.join(", ", words.stream().sorted().toList())));
    }
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
