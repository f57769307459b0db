package io.slipway.local.apply;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What becomes of what is there, by one rule: what a document names becomes as the document says,
 * null takes it away, and what it does not name stays. Pure.
 */
final class Merge {
  private static final Set<String> META =
      Set.of("id", "createdAt", "createdBy", "updatedAt", "updatedBy");

  /** The parts of a blueprint in which each member is a thing of its own. */
  static final List<String> MAPS =
      List.of(
          "relations",
          "mirrorProperties",
          "calculationProperties",
          "aggregationProperties",
          "formulaProperties");

  private static final List<String> VALUES = List.of("properties", "relations");

  private Merge() {}

  /** A definition as it was sent. */
  static ObjectNode withoutMeta(JsonNode view) {
    return ((ObjectNode) view.deepCopy()).without(META);
  }

  static ObjectNode blueprint(@Nullable ObjectNode before, ObjectNode said) {
    var after = copy(before);
    for (var member : said.properties()) {
      var name = member.getKey();
      var value = member.getValue();
      if (value.isNull()) {
        after.remove(name);
      } else if (name.equals("schema") && value instanceof ObjectNode schema) {
        after.set(name, schema(after.get(name), schema));
      } else if (MAPS.contains(name) && value instanceof ObjectNode map) {
        after.set(name, byKey(after.get(name), map));
      } else {
        after.set(name, value);
      }
    }
    return after;
  }

  private static ObjectNode schema(@Nullable JsonNode before, ObjectNode said) {
    var after = copy(before);
    for (var member : said.properties()) {
      var properties = member.getKey().equals("properties");
      after.set(
          member.getKey(),
          properties && member.getValue() instanceof ObjectNode named
              ? byKey(after.get("properties"), named)
              : member.getValue());
    }
    return after;
  }

  private static ObjectNode byKey(@Nullable JsonNode before, ObjectNode said) {
    var after = copy(before);
    for (var member : said.properties()) {
      if (member.getValue().isNull()) {
        after.remove(member.getKey());
      } else {
        after.set(member.getKey(), member.getValue());
      }
    }
    return after;
  }

  /**
   * What can be said of an entity, in one form: no nulls, no empty lists, teams by identifier.
   *
   * @param view as the API shows it, or as a document says it
   * @param stored the names of the properties that are stored and not computed
   * @param teams identifiers of teams by their names
   */
  static ObjectNode entity(JsonNode view, Set<String> stored, Map<String, String> teams) {
    var entity = JsonNodeFactory.instance.objectNode();
    for (var member : List.of("identifier", "blueprint", "title", "icon")) {
      var value = view.get(member);
      if (value != null && !value.isNull()) {
        entity.set(member, value);
      }
    }
    var team = team(view.path("team"), teams);
    if (!team.isEmpty()) {
      entity.set("team", strings(team));
    }
    for (var group : VALUES) {
      var values = JsonNodeFactory.instance.objectNode();
      for (var member : view.path(group).properties()) {
        var known = group.equals("relations") || stored.contains(member.getKey());
        if (known && !isNothing(member.getValue())) {
          values.set(member.getKey(), member.getValue());
        }
      }
      if (!values.isEmpty()) {
        entity.set(group, values);
      }
    }
    return entity;
  }

  /** The entity that comes of one in that form, and of a document. */
  static ObjectNode entity(
      @Nullable ObjectNode before, ObjectNode said, Set<String> stored, Map<String, String> teams) {
    var after = copy(before);
    for (var member : List.of("identifier", "blueprint", "title", "icon")) {
      var value = said.get(member);
      if (value != null) {
        after.set(member, value);
      }
    }
    if (said.has("team")) {
      after.set("team", strings(team(said.path("team"), teams)));
    }
    for (var group : VALUES) {
      if (said.path(group) instanceof ObjectNode named) {
        after.set(group, byKey(after.get(group), named));
      }
    }
    return entity(after, stored, teams);
  }

  private static boolean isNothing(JsonNode value) {
    return value.isNull() || (value.isArray() && value.isEmpty());
  }

  private static List<String> team(JsonNode value, Map<String, String> teams) {
    var names =
        value.isArray()
            ? value.valueStream().map(one -> one.asString("")).toList()
            : value.isString() ? List.of(value.stringValue()) : List.<String>of();
    return names.stream().map(name -> teams.getOrDefault(name, name)).toList();
  }

  /** Only these members of an object; lists of words in one order, for their order is nothing. */
  static ObjectNode only(JsonNode object, Iterable<String> members) {
    var only = JsonNodeFactory.instance.objectNode();
    for (var member : members) {
      var value = object.get(member);
      if (value == null || value.isNull()) {
        continue;
      }
      only.set(member, isWords(value) ? sorted(value) : value);
    }
    return only;
  }

  private static boolean isWords(JsonNode value) {
    return value.isArray() && value.valueStream().allMatch(JsonNode::isString);
  }

  private static JsonNode sorted(JsonNode words) {
    var sorted = new TreeSet<String>();
    words.forEach(word -> sorted.add(word.stringValue()));
    return strings(sorted);
  }

  static JsonNode strings(Iterable<String> values) {
    var array = JsonNodeFactory.instance.arrayNode();
    values.forEach(array::add);
    return array;
  }

  private static ObjectNode copy(@Nullable JsonNode before) {
    return before instanceof ObjectNode object
        ? object.deepCopy()
        : JsonNodeFactory.instance.objectNode();
  }
}
