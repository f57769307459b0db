package io.slipway.catalog.blueprint;

import io.slipway.catalog.schema.Faults;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * What a new definition means for the entities that exist.
 *
 * @param droppedProperties whose values go
 * @param droppedRelations whose links go
 * @param narrowedRelations that may no longer link to several
 */
record DefinitionChange(
    Set<String> droppedProperties, Set<String> droppedRelations, Set<String> narrowedRelations) {

  /** The change, with a fault for all that may never change. */
  static DefinitionChange between(Blueprint before, Blueprint after, Faults faults) {
    for (var property : after.properties().values()) {
      var known = before.properties().get(property.identifier());
      if (known != null && !Objects.equals(known.type(), property.type())) {
        faults.add(
            Faults.at("/schema/properties", property.identifier()) + "/type",
            "must NOT change from "
                + known.type()
                + "; remove the property first, then add it anew");
      }
    }
    var narrowed = new HashSet<String>();
    for (var relation : after.relations().values()) {
      var known = before.relations().get(relation.identifier());
      if (known == null) {
        continue;
      }
      if (!known.target().equals(relation.target())) {
        faults.add(
            Faults.at("/relations", relation.identifier()) + "/target",
            "must NOT change; remove the relation first, then add it anew");
      }
      if (known.many() && !relation.many()) {
        narrowed.add(relation.identifier());
      }
    }
    return new DefinitionChange(
        without(before.properties().keySet(), after.properties().keySet()),
        without(before.relations().keySet(), after.relations().keySet()),
        narrowed);
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    var left = new HashSet<>(some);
    left.removeAll(others);
    return left;
  }
}
