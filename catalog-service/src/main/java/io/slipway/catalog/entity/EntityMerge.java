package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.schema.ValueValidator;
import io.slipway.chassis.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides what an entity becomes: a blueprint, what there is, what was said, and how it was said.
 * Merging goes by key and never deeper: an object property is replaced whole.
 */
public final class EntityMerge {
  private final Blueprint blueprint;
  private final @Nullable Entity existing;
  private final EntityInput input;

  /** True when only what was said changes. */
  private final boolean partial;

  private EntityMerge(
      Blueprint blueprint, @Nullable Entity existing, EntityInput input, WriteMode mode) {
    this.blueprint = blueprint;
    this.existing = existing;
    this.input = input;
    this.partial = existing != null && mode.keepsOmitted();
  }

  /**
   * The entity as it will be.
   *
   * @param identifier what it will be called
   * @throws io.slipway.chassis.problem.Refusal 422 when a value does not fit its definition, or
   *     something required is missing
   */
  static Draft merge(
      Blueprint blueprint,
      @Nullable Entity existing,
      EntityInput input,
      WriteMode mode,
      String identifier) {
    return new EntityMerge(blueprint, existing, input, mode).draft(identifier);
  }

  private Draft draft(String identifier) {
    checkValues();
    var properties = properties();
    checkRequired(properties);
    return new Draft(
        identifier,
        title(identifier),
        icon(),
        partial ? input.team() : input.team() == null ? List.of() : input.team(),
        properties,
        input.relations(),
        partial && existing != null ? unsaid(existing) : Map.of());
  }

  private void checkValues() {
    var faults = new Faults();
    var values = new ValueValidator(faults);
    var definitions = blueprint.properties();
    input
        .properties()
        .forEach(
            (name, value) -> {
              var definition = definitions.get(name);
              if (definition != null && !value.isNull()) {
                values.check(definition.schema(), value, Faults.at("/properties", name));
              }
            });
    faults.refuseAny("blueprint_schema_mismatch");
  }

  /** In the order of the blueprint, so that the same content is the same text. */
  private ObjectNode properties() {
    var properties = Json.object();
    for (var definition : blueprint.properties().values()) {
      var name = definition.identifier();
      var value = input.properties().get(name);
      if (value == null && partial && existing != null) {
        value = existing.content().properties().get(name);
      } else if (value == null && existing == null) {
        value = definition.defaultValue();
      }
      if (value != null && !value.isNull()) {
        properties.set(name, value);
      }
    }
    return properties;
  }

  private void checkRequired(ObjectNode properties) {
    var faults = new Faults();
    for (var name : blueprint.required()) {
      if (!properties.has(name) && (!partial || input.properties().containsKey(name))) {
        faults.add("/properties", "must have required property '" + name + "'");
      }
    }
    faults.refuseAny("missing_required_property");
    for (var relation : blueprint.relations().values()) {
      var ends = input.relations().get(relation.identifier());
      var missing = ends == null ? !partial : ends.isEmpty();
      if (relation.required() && missing) {
        faults.add("/relations", "must have required relation '" + relation.identifier() + "'");
      }
    }
    faults.refuseAny("required_relation");
  }

  private String title(String identifier) {
    var said = input.title();
    if (said == null && partial && existing != null) {
      return existing.content().title();
    }
    var text = said == null ? null : said.text();
    return text == null ? identifier : text;
  }

  private @Nullable String icon() {
    var said = input.icon();
    if (said == null) {
      return partial && existing != null ? existing.content().icon() : null;
    }
    return said.text();
  }

  private Map<String, List<Related>> unsaid(Entity entity) {
    var kept = new HashMap<>(entity.content().relations());
    kept.keySet().removeAll(input.relations().keySet());
    return kept;
  }
}
