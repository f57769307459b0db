package io.slipway.catalog.webhook;

import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.schema.Storable;
import io.slipway.chassis.json.Json;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks the definition of a webhook. Programs in it are not tried out when it is saved. */
final class WebhookValidator {
  private static final Pattern IDENTIFIER = Pattern.compile("^[A-Za-z0-9@_.+:\\\\/=-]{1,100}$");
  private static final Set<String> META =
      Set.of("id", "url", "webhookKey", "createdAt", "createdBy", "updatedAt", "updatedBy");
  private static final Set<String> KNOWN =
      Set.of(
          "identifier",
          "title",
          "description",
          "icon",
          "enabled",
          "mappings",
          "security",
          "integrationType");
  private static final Set<String> MAPPING =
      Set.of("blueprint", "operation", "filter", "itemsToParse", "entity");

  private final Faults faults = new Faults();

  private WebhookValidator() {}

  /**
   * The webhook that a body means; {@code security} is always there.
   *
   * @throws io.slipway.chassis.problem.Refusal 422 naming everything that is wrong with it
   */
  static ObjectNode valid(ObjectNode said) {
    return new WebhookValidator().read(said);
  }

  private ObjectNode read(ObjectNode said) {
    Storable.check(said, "", faults);
    var body = Json.object();
    for (var member : said.properties()) {
      var name = member.getKey();
      if (META.contains(name)) {
        continue;
      }
      if (!KNOWN.contains(name)) {
        faults.add(Faults.at("", name), "is unknown: must NOT have additional properties");
      }
      body.set(name, member.getValue());
    }
    if (text(body, "identifier", "", true)
        && !IDENTIFIER.matcher(String.valueOf(Json.string(body, "identifier"))).matches()) {
      faults.add("/identifier", "must match pattern \"" + IDENTIFIER.pattern() + "\"");
    }
    text(body, "title", "", false);
    text(body, "description", "", false);
    text(body, "icon", "", false);
    var enabled = body.get("enabled");
    if (enabled == null) {
      body.put("enabled", true);
    } else if (!enabled.isBoolean()) {
      faults.add("/enabled", "must be boolean");
    }
    security(body);
    mappings(body.get("mappings"));
    faults.refuseAny("invalid_request");
    return body;
  }

  private void security(ObjectNode body) {
    var security = body.get("security");
    if (security == null || security.isNull()) {
      body.putObject("security");
    } else if (!security.isObject()) {
      faults.add("/security", "must be object");
    }
  }

  private void mappings(@Nullable JsonNode mappings) {
    if (mappings == null || mappings.isNull()) {
      return;
    }
    if (!mappings.isArray()) {
      faults.add("/mappings", "must be array");
      return;
    }
    int index = 0;
    for (var mapping : mappings.values()) {
      var place = Faults.at("/mappings", index++);
      if (mapping.isObject()) {
        mapping(mapping, place);
      } else {
        faults.add(place, "must be object");
      }
    }
  }

  private void mapping(JsonNode mapping, String place) {
    for (var name : mapping.propertyNames()) {
      if (!MAPPING.contains(name)) {
        faults.add(Faults.at(place, name), "is unknown: must NOT have additional properties");
      }
    }
    text(mapping, "blueprint", place, true);
    text(mapping, "filter", place, false);
    text(mapping, "itemsToParse", place, false);
    var operation = mapping.path("operation");
    var word = operation.isObject() ? operation.path("type") : operation;
    if (mapping.has("operation") && !Set.of("create", "delete").contains(word.asString(""))) {
      faults.add(
          place + "/operation", "must be equal to one of the allowed values: create, delete");
    }
    var entity = mapping.get("entity");
    if (entity == null) {
      faults.add(place, "must have required property 'entity'");
    } else if (!entity.isObject()) {
      faults.add(place + "/entity", "must be object");
    } else if (!entity.has("identifier")) {
      faults.add(place + "/entity", "must have required property 'identifier'");
    }
  }

  /** True when there is a text. */
  private boolean text(JsonNode holder, String member, String place, boolean required) {
    var value = holder.get(member);
    if (value == null || (value.isNull() && !required)) {
      if (required) {
        faults.add(place, "must have required property '" + member + "'");
      }
      return false;
    }
    if (!value.isString()) {
      faults.add(Faults.at(place, member), "must be string");
    }
    return value.isString();
  }
}
