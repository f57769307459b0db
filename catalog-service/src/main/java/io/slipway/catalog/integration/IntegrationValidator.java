package io.slipway.catalog.integration;

import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.schema.Storable;
import io.slipway.chassis.json.Json;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what an integration says of itself; its configuration is its own and kept verbatim. */
final class IntegrationValidator {
  private static final Pattern ID = Pattern.compile("^[a-z0-9-]{1,100}$");

  /** What the server adds, and clients may send back. */
  private static final Set<String> META =
      Set.of(
          "id",
          "identifier",
          "installationType",
          "logAttributes",
          "metricAttributes",
          "ingestAttributes",
          "resyncState",
          "createdAt",
          "createdBy",
          "updatedAt",
          "updatedBy");

  private IntegrationValidator() {}

  /**
   * What a body says over what was said before.
   *
   * @throws io.slipway.chassis.problem.Refusal 422 naming everything that is wrong with it
   */
  static ObjectNode valid(ObjectNode before, ObjectNode said) {
    var faults = new Faults();
    Storable.check(said, "", faults);
    var body = before.deepCopy();
    for (var member : said.properties()) {
      var name = member.getKey();
      if (META.contains(name) || name.startsWith("$")) {
        continue;
      }
      if (member.getValue().isNull()) {
        body.remove(name);
      } else {
        body.set(name, member.getValue());
      }
    }
    var id = Json.string(body, "installationId");
    if (!body.has("installationId")) {
      faults.add("", "must have required property 'installationId'");
    } else if (id == null) {
      faults.add("/installationId", "must be string");
    } else if (!ID.matcher(id).matches()) {
      faults.add("/installationId", "must match pattern \"" + ID.pattern() + "\"");
    } else {
      body.put("identifier", id);
    }
    for (var text : new String[] {"title", "installationAppType", "version"}) {
      var value = body.get(text);
      if (value != null && !value.isString()) {
        faults.add(Faults.at("", text), "must be string");
      }
    }
    destination(body.path("changelogDestination"), faults);
    faults.refuseAny("invalid_request");
    return body;
  }

  private static void destination(JsonNode destination, Faults faults) {
    if (destination.isMissingNode()) {
      return;
    }
    if (!destination.isObject()) {
      faults.add("/changelogDestination", "must be object");
    } else if (!destination.isEmpty()
        && !Set.of("KAFKA", "WEBHOOK").contains(destination.path("type").asString(""))) {
      faults.add(
          "/changelogDestination/type",
          "must be equal to one of the allowed values: KAFKA, WEBHOOK");
    }
  }
}
