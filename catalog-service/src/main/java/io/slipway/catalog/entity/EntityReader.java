package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.entity.EntityInput.Said;
import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.schema.Storable;
import io.slipway.chassis.problem.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a body, checking its shape but not yet its values. */
final class EntityReader {
  static final Pattern IDENTIFIER = Pattern.compile("^(?!\\.{1,2}$)[\\p{L}0-9@_.+:\\\\/=-]+$");
  private static final int LONGEST_IDENTIFIER = 1000;
  private static final Set<String> KNOWN =
      Set.of("identifier", "title", "icon", "team", "properties", "relations");
  private static final Set<String> SHOWN =
      Set.of("id", "blueprint", "createdAt", "createdBy", "updatedAt", "updatedBy", "scorecards");

  private final Blueprint blueprint;
  private final Faults faults = new Faults();
  private final List<String> warnings = new ArrayList<>();

  private EntityReader(Blueprint blueprint) {
    this.blueprint = blueprint;
  }

  /**
   * Reads a body.
   *
   * @param closed whether members that no entity has are refused instead of ignored
   * @throws Refusal 422 for a wrong shape, 404 for a relation that the blueprint does not have
   */
  static EntityInput read(Blueprint blueprint, ObjectNode body, boolean closed) {
    return new EntityReader(blueprint).read(body, closed);
  }

  private EntityInput read(ObjectNode body, boolean closed) {
    Storable.check(body, "", faults);
    if (closed) {
      for (var member : body.propertyNames()) {
        if (!KNOWN.contains(member) && !SHOWN.contains(member)) {
          faults.add(Faults.at("", member), "is unknown: must NOT have additional properties");
        }
      }
    }
    var identifier = identifier(body.get("identifier"));
    var title = said(body, "title");
    var icon = said(body, "icon");
    var team = team(body.get("team"));
    var properties = properties(body.get("properties"));
    var given = body.get("relations");
    if (given != null && !given.isNull() && !given.isObject()) {
      faults.add("/relations", "must be object");
    }
    faults.refuseAny("invalid_request");
    var relations = relations(given);
    faults.refuseAny("invalid_request");
    return new EntityInput(identifier, title, icon, team, properties, relations, warnings);
  }

  private @Nullable String identifier(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      faults.add("/identifier", "must be string");
      return null;
    }
    var text = value.stringValue();
    if (!IDENTIFIER.matcher(text).matches()) {
      faults.add("/identifier", "must match pattern \"" + IDENTIFIER.pattern() + "\"");
    } else if (text.length() > LONGEST_IDENTIFIER) {
      faults.add("/identifier", "must NOT have more than " + LONGEST_IDENTIFIER + " characters");
    }
    return text;
  }

  private @Nullable Said said(ObjectNode body, String member) {
    var value = body.get(member);
    if (value == null) {
      return null;
    }
    if (value.isNull()) {
      return new Said(null);
    }
    if (!value.isString()) {
      faults.add(Faults.at("", member), "must be string");
      return null;
    }
    return new Said(value.stringValue());
  }

  private @Nullable List<String> team(@Nullable JsonNode value) {
    if (value == null) {
      return null;
    }
    if (blueprint.inheritsTeam()) {
      throw Faults.refusal(
          "inherited_ownership_enabled",
          "/team",
          "is inherited in blueprint \"" + blueprint.identifier() + "\" and must NOT be written");
    }
    return texts(value, "/team");
  }

  private Map<String, JsonNode> properties(@Nullable JsonNode value) {
    var properties = new LinkedHashMap<String, JsonNode>();
    if (value == null || value.isNull()) {
      return properties;
    }
    if (!value.isObject()) {
      faults.add("/properties", "must be object");
      return properties;
    }
    var known = blueprint.properties();
    for (var property : value.properties()) {
      var name = property.getKey();
      if (known.containsKey(name)) {
        properties.put(name, property.getValue());
      } else if (!blueprint.computes(name)) {
        warnings.add(
            "\""
                + name
                + "\" is no property of blueprint \""
                + blueprint.identifier()
                + "\" and was not kept");
      }
    }
    return properties;
  }

  private Map<String, List<String>> relations(@Nullable JsonNode value) {
    var relations = new LinkedHashMap<String, List<String>>();
    if (value == null || !value.isObject()) {
      return relations;
    }
    var known = blueprint.relations();
    for (var relation : value.properties()) {
      var name = relation.getKey();
      var definition = known.get(name);
      if (definition == null) {
        throw Refusal.notFound("Relation", name);
      }
      var place = Faults.at("/relations", name);
      var ends = texts(relation.getValue(), place);
      if (!definition.many() && ends.size() > 1) {
        faults.add(place, "must NOT have more than 1 items: the relation is to one entity");
      }
      relations.put(name, ends);
    }
    return relations;
  }

  /** One text or several, without repetition; null is none. */
  private List<String> texts(JsonNode value, String place) {
    if (value.isNull()) {
      return List.of();
    }
    if (value.isString()) {
      return List.of(value.stringValue());
    }
    if (!value.isArray()) {
      faults.add(place, "must be string, array or null");
      return List.of();
    }
    var texts = new LinkedHashSet<String>();
    int index = 0;
    for (var item : value.values()) {
      if (item.isString()) {
        texts.add(item.stringValue());
      } else {
        faults.add(Faults.at(place, index), "must be string");
      }
      index++;
    }
    return List.copyOf(texts);
  }
}
