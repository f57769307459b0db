package io.slipway.catalog.blueprint;

import io.slipway.catalog.schema.Faults;
import io.slipway.chassis.json.Json;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Checks that inherited ownership leads, by relations to one entity each, to owned entities. */
final class InheritedPath {
  private InheritedPath() {}

  /**
   * Goes on when a blueprint's ownership can be followed, or needs not be.
   *
   * @param others all blueprints but this one
   * @throws io.slipway.chassis.problem.Refusal 422 {@code invalid_inherited_ownership_path}
   */
  static void mustLeadToOwners(Blueprint blueprint, Collection<Blueprint> others) {
    // The older form is kept as it is sent, wherever it leads.
    JsonNode ownership = blueprint.definition().path("ownership");
    if (!"Inherited".equals(Json.string(ownership, "type"))) {
      return;
    }
    var known =
        others.stream().collect(Collectors.toMap(Blueprint::identifier, Function.identity()));
    known.put(blueprint.identifier(), blueprint);
    var at = blueprint;
    for (var step : blueprint.teamPath()) {
      var relation = at.relations().get(step);
      if (relation == null) {
        throw refused("must follow relations, and \"" + step + "\" is none of " + quoted(at));
      }
      if (relation.many()) {
        throw refused("must follow relations to one entity, and \"" + step + "\" is to many");
      }
      var next = known.get(relation.target());
      if (next == null) {
        throw refused("leads to \"" + relation.target() + "\", which does not exist");
      }
      at = next;
    }
    if (at.inheritsTeam()) {
      throw refused("must end where entities own their teams, and " + quoted(at) + " inherits");
    }
  }

  private static String quoted(Blueprint blueprint) {
    return "blueprint \"" + blueprint.identifier() + "\"";
  }

  private static RuntimeException refused(String why) {
    return Faults.refusal("invalid_inherited_ownership_path", "/ownership/path", why);
  }
}
