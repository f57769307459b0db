package io.slipway.catalog.blueprint;

import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.schema.PropertyRules;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks the relations of a definition. */
final class RelationRules {
  private static final Set<String> KNOWN =
      Set.of("target", "required", "many", "title", "description", "type", "identifier");

  private final Faults faults;
  private final PropertyRules rules;

  RelationRules(Faults faults, PropertyRules rules) {
    this.faults = faults;
    this.rules = rules;
  }

  void check(@Nullable JsonNode relations) {
    if (relations == null || relations.isNull()) {
      return;
    }
    if (!relations.isObject()) {
      faults.add("/relations", "must be object");
      return;
    }
    for (var relation : relations.properties()) {
      var place = Faults.at("/relations", relation.getKey());
      rules.checkName(relation.getKey(), place);
      if (relation.getValue().isObject()) {
        checkOne(relation.getKey(), relation.getValue(), place);
      } else {
        faults.add(place, "must be object");
      }
    }
  }

  private void checkOne(String name, JsonNode definition, String place) {
    DefinitionValidator.closed(faults, definition, KNOWN, place);
    DefinitionValidator.requiredText(faults, definition, "target", place);
    for (var flag : Set.of("required", "many")) {
      var value = definition.get(flag);
      if (value != null && !value.isBoolean()) {
        faults.add(Faults.at(place, flag), "must be boolean");
      }
    }
    rules.checkText(definition, "title", 100, place);
    rules.checkText(definition, "description", Integer.MAX_VALUE, place);
    var relation = RelationDefinition.read(name, definition);
    if (relation.required() && relation.many()) {
      faults.add(place, "must NOT be required and many at once");
    }
  }
}
