package io.slipway.catalog.blueprint;

import io.slipway.catalog.access.Permissions;
import io.slipway.catalog.schema.PropertyDefinition;
import io.slipway.chassis.json.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of entity.
 *
 * @param id internal id, which survives renames
 * @param definition as it was sent, without what the server adds; clients compare it with what they
 *     sent, so nothing is ever added to it
 */
public record Blueprint(
    String organization, String id, String identifier, ObjectNode definition, Stamp stamp) {

  /** The blueprint whose entities are people. */
  public static final String USER = "_user";

  /** The blueprint whose entities are teams. */
  public static final String TEAM = "_team";

  /** The same blueprint with another definition. */
  Blueprint redefined(String newIdentifier, ObjectNode newDefinition, Stamp newStamp) {
    return new Blueprint(organization, id, newIdentifier, newDefinition, newStamp);
  }

  /** True for the two that every organisation has and nobody may delete. */
  public boolean isSystem() {
    return SystemBlueprints.isSystem(identifier);
  }

  /** The declared properties, in their order. */
  public Map<String, PropertyDefinition> properties() {
    var properties = new LinkedHashMap<String, PropertyDefinition>();
    members(definition.path("schema").get("properties"))
        .forEach((name, schema) -> properties.put(name, new PropertyDefinition(name, schema)));
    return properties;
  }

  /** Names of the properties that an entity must have. */
  public Set<String> required() {
    var names = new LinkedHashSet<String>();
    var required = definition.path("schema").get("required");
    if (required != null && required.isArray()) {
      required.values().forEach(name -> names.add(name.asString()));
    }
    return names;
  }

  /** The relations, in their order. */
  public Map<String, RelationDefinition> relations() {
    var relations = new LinkedHashMap<String, RelationDefinition>();
    members(definition.get("relations"))
        .forEach((name, relation) -> relations.put(name, RelationDefinition.read(name, relation)));
    return relations;
  }

  /** True for the name of a mirror, calculation, aggregation or formula. */
  public boolean computes(String property) {
    return COMPUTED.stream().anyMatch(kind -> definition.path(kind).has(property));
  }

  /** The parts of a definition whose values are computed and delivered among the properties. */
  static final List<String> COMPUTED =
      List.of(
          "mirrorProperties",
          "calculationProperties",
          "aggregationProperties",
          "formulaProperties");

  /** True when an entity's team is that of another entity, and cannot be written. */
  public boolean inheritsTeam() {
    return !teamPath().isEmpty();
  }

  /** The relations along which an entity inherits its team; none when it has a team of its own. */
  public List<String> teamPath() {
    var ownership = definition.get("ownership");
    if (ownership == null || !ownership.isObject()) {
      ownership = definition.get("teamInheritance");
    } else if (!"Inherited".equals(Json.string(ownership, "type"))) {
      return List.of();
    }
    var path = ownership == null ? null : Json.string(ownership, "path");
    return path == null ? List.of() : List.of(path.split("\\.", -1));
  }

  /** The permissions on its entities, of what somebody said about them. */
  public Permissions permissions(ObjectNode said) {
    return new Permissions(identifier, properties().keySet(), relations().keySet(), said);
  }

  /** Where changes are told besides our own topics, or null. */
  public @Nullable JsonNode changelogDestination() {
    return definition.get("changelogDestination");
  }

  /** What identifies an entity: its identifier; for people their e-mail address in any case. */
  public String lookup(String entity) {
    return identifier.equals(USER) ? entity.toLowerCase(Locale.ROOT) : entity;
  }

  /** The blueprint as clients see it. */
  public ObjectNode view() {
    var view = definition.deepCopy();
    view.put("id", id);
    stamp.write(view);
    return view;
  }

  static Map<String, JsonNode> members(@Nullable JsonNode object) {
    var members = new LinkedHashMap<String, JsonNode>();
    if (object != null && object.isObject()) {
      object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    }
    return members;
  }
}
