package io.slipway.catalog.migration;

import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.schema.Storable;
import io.slipway.chassis.json.Json;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Checks the body of a migration; programs in it are not tried out. Pure. */
final class MappingBody {
  private static final Set<String> KNOWN = Set.of("sourceBlueprint", "mapping");
  private static final Set<String> MAPPING =
      Set.of("blueprint", "filter", "itemsToParse", "entity");

  private MappingBody() {}

  /**
   * The blueprint whose entities are meant.
   *
   * @throws io.slipway.chassis.problem.Refusal 422 naming everything that is wrong
   */
  static String source(ObjectNode body) {
    var faults = new Faults();
    Storable.check(body, "", faults);
    closed(body, KNOWN, "", faults);
    var source = Json.string(body, "sourceBlueprint");
    if (!body.has("sourceBlueprint")) {
      faults.add("", "must have required property 'sourceBlueprint'");
    } else if (source == null) {
      faults.add("/sourceBlueprint", "must be string");
    }
    var mapping = body.get("mapping");
    if (mapping == null) {
      faults.add("", "must have required property 'mapping'");
    } else if (mapping instanceof ObjectNode object) {
      closed(object, MAPPING, "/mapping", faults);
      var entity = object.get("entity");
      if (entity == null) {
        faults.add("/mapping", "must have required property 'entity'");
      } else if (!entity.isObject()) {
        faults.add("/mapping/entity", "must be object");
      }
    } else {
      faults.add("/mapping", "must be object");
    }
    faults.refuseAny("invalid_request");
    return String.valueOf(source);
  }

  private static void closed(ObjectNode object, Set<String> known, String place, Faults faults) {
    for (var name : object.propertyNames()) {
      if (!known.contains(name)) {
        faults.add(Faults.at(place, name), "is unknown: must NOT have additional properties");
      }
    }
  }
}
