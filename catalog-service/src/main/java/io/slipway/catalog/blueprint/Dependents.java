package io.slipway.catalog.blueprint;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.List;

/** What keeps a blueprint from being deleted. */
final class Dependents {
  private Dependents() {}

  /**
   * Goes on when a blueprint has no entities and is nobody's target but its own.
   *
   * @throws Refusal 422 {@code has_dependents}
   */
  static void mustBeNone(Blueprint blueprint, long entities, List<Blueprint> all) {
    var details = Json.object();
    details.put("blueprint", blueprint.identifier());
    if (entities > 0) {
      details.put("entitiesCount", entities);
      throw Refusal.of(
          422,
          "has_dependents",
          "This Blueprint cannot be deleted because there are existing \""
              + blueprint.identifier()
              + "\" entities",
          details);
    }
    var pointing =
        all.stream()
            .filter(other -> !other.id().equals(blueprint.id()))
            .filter(
                other ->
                    other.relations().values().stream()
                        .anyMatch(relation -> relation.target().equals(blueprint.identifier())))
            .map(Blueprint::identifier)
            .toList();
    if (!pointing.isEmpty()) {
      details.set("blueprints", Json.strings(pointing));
      throw Refusal.of(
          422,
          "has_dependents",
          "This Blueprint cannot be deleted because it is the target of relations of \""
              + String.join("\", \"", pointing)
              + "\"",
          details);
    }
  }
}
