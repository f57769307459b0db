package io.slipway.catalog.blueprint;

import io.slipway.chassis.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A part of a blueprint gets another name, and every definition that names it follows. Programs are
 * not rewritten. Pure.
 *
 * @param part what is renamed
 * @param blueprint the identifier of the blueprint that it belongs to
 * @param all every blueprint as it is before, by identifier; paths are walked over them
 */
public record Renaming(
    Part part, String blueprint, String from, String to, Map<String, Blueprint> all) {

  /** The parts that may be renamed, with the place where each is defined. */
  public enum Part {
    PROPERTY("properties"),
    MIRROR("mirrorProperties"),
    RELATION("relations");

    private final String member;

    Part(String member) {
      this.member = member;
    }

    /** The object among whose members it is, or null when the definition has none. */
    @Nullable ObjectNode home(JsonNode definition) {
      var holder = this == PROPERTY ? definition.path("schema") : definition;
      return holder.get(member) instanceof ObjectNode home ? home : null;
    }
  }

  static Renaming of(Part part, Blueprint blueprint, String from, String to, List<Blueprint> all) {
    return new Renaming(
        part,
        blueprint.identifier(),
        from,
        to,
        all.stream().collect(Collectors.toMap(Blueprint::identifier, Function.identity())));
  }

  /** The definition of a blueprint after the renaming. */
  ObjectNode in(Blueprint subject) {
    var definition = subject.definition().deepCopy();
    if (subject.identifier().equals(blueprint)) {
      renameHome(definition);
    }
    var own = subject.identifier();
    for (var mirror : Blueprint.members(definition.get("mirrorProperties")).values()) {
      follow(mirror, "path", own, true);
    }
    follow(definition.get("ownership"), "path", own, false);
    follow(definition.get("teamInheritance"), "path", own, false);
    for (var aggregation : Blueprint.members(definition.get("aggregationProperties")).values()) {
      followAggregation(aggregation, own);
    }
    return definition;
  }

  private void renameHome(ObjectNode definition) {
    var home = part.home(definition);
    if (home != null) {
      var members = Blueprint.members(home);
      home.removeAll();
      members.forEach((name, value) -> home.set(name.equals(from) ? to : name, value));
    }
    if (part == Part.PROPERTY) {
      replaceAll(definition.path("schema").get("required"));
    }
  }

  private void followAggregation(JsonNode aggregation, String own) {
    var target = Json.string(aggregation, "target");
    if (Objects.equals(target, blueprint) && part != Part.RELATION) {
      replace(aggregation.get("calculationSpec"), "property");
      replace(aggregation.get("calculationSpec"), "measureTimeBy");
      followRules(aggregation.get("query"));
    }
    var filters = aggregation.get("pathFilter");
    if (part != Part.RELATION || filters == null || !filters.isArray()) {
      return;
    }
    for (var filter : filters.values()) {
      var start = Json.string(filter, "fromBlueprint");
      if (filter.get("path") instanceof ArrayNode path) {
        followSteps(path, start == null ? own : start);
      }
    }
  }

  /** The names of the part in a group of rules about entities of its blueprint. */
  public void followRules(@Nullable JsonNode group) {
    if (group == null) {
      return;
    }
    for (var list : List.of("rules", "conditions")) {
      for (var rule : group.path(list).values()) {
        replace(rule, part == Part.RELATION ? "relation" : "property");
        followRules(rule);
      }
    }
  }

  /** A path in one text, whose steps are joined by dots. */
  private void follow(@Nullable JsonNode holder, String member, String start, boolean toProperty) {
    if (!(holder instanceof ObjectNode object)) {
      return;
    }
    var path = Json.string(object, member);
    if (path == null) {
      return;
    }
    var steps = path.split("\\.", -1);
    String at = start;
    for (int i = 0; i < steps.length && at != null; i++) {
      var last = toProperty && i == steps.length - 1;
      var step = steps[i];
      if (at.equals(blueprint) && step.equals(from) && last == (part != Part.RELATION)) {
        steps[i] = to;
      }
      at = last ? null : target(at, step);
    }
    object.put(member, String.join(".", steps));
  }

  private void followSteps(ArrayNode path, String start) {
    String at = start;
    for (int i = 0; i < path.size() && at != null; i++) {
      var step = path.get(i).asString("");
      if (at.equals(blueprint) && step.equals(from)) {
        path.set(i, StringNode.valueOf(to));
      }
      at = target(at, step);
    }
  }

  private @Nullable String target(String at, String step) {
    if (step.equals("$team")) {
      return Blueprint.TEAM;
    }
    var known = all.get(at);
    var relation = known == null ? null : known.relations().get(step);
    return relation == null ? null : relation.target();
  }

  private void replaceAll(@Nullable JsonNode names) {
    if (names instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i).asString("").equals(from)) {
          list.set(i, StringNode.valueOf(to));
        }
      }
    }
  }

  private void replace(@Nullable JsonNode holder, String member) {
    if (holder instanceof ObjectNode object && from.equals(Json.string(object, member))) {
      object.put(member, to);
    }
  }
}
