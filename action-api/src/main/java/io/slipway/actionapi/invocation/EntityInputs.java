package io.slipway.actionapi.invocation;

import io.slipway.actionapi.invocation.UserInputs.EntityInput;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the entities that inputs name; they travel whole, so that templates can read them. */
public final class EntityInputs {
  private static final int TOGETHER = 8;
  private static final int MOST = 500;

  private final Entities entities;

  public EntityInputs(Entities entities) {
    this.entities = entities;
  }

  /** What came of it. */
  public sealed interface Resolved {
    /** The inputs with whole entities. */
    record Found(ObjectNode properties) implements Resolved {}

    /** Some are not there. */
    record Missing(List<Fault> faults) implements Resolved {}
  }

  private record Name(String blueprint, String identifier) {}

  private record Entity(Name name, JsonNode value) {}

  /** One entity; empty when it is not there. */
  Mono<JsonNode> entity(Caller caller, String blueprint, String identifier) {
    return entities.find(caller, blueprint, identifier);
  }

  /**
   * Each entity is asked for once, however many inputs name it, and last, since it costs a call.
   */
  Mono<Resolved> resolve(Caller caller, UserInputs inputs, ObjectNode raw) {
    var names =
        inputs.entities().stream()
            .flatMap(input -> input.identifiers().stream().map(id -> name(input, id)))
            .distinct()
            .toList();
    if (names.isEmpty()) {
      return Mono.just(new Resolved.Found(raw));
    }
    if (names.size() > MOST) {
      return Mono.just(
          new Resolved.Missing(
              List.of(new Fault("/properties", "must NOT name more than " + MOST + " entities"))));
    }
    return Flux.fromIterable(names)
        .flatMap(
            name ->
                entities
                    .find(caller, name.blueprint(), name.identifier())
                    .map(value -> new Entity(name, value)),
            TOGETHER)
        .collectMap(Entity::name, Entity::value, HashMap::new)
        .map(found -> put(inputs.entities(), found, raw));
  }

  private static Resolved put(List<EntityInput> inputs, Map<Name, JsonNode> found, ObjectNode raw) {
    var properties = raw.deepCopy();
    var faults = new ArrayList<Fault>();
    for (var input : inputs) {
      var at = "/properties/" + input.name();
      var whole = Json.array();
      for (int i = 0; i < input.identifiers().size(); i++) {
        var name = name(input, input.identifiers().get(i));
        var entity = found.get(name);
        if (entity == null) {
          faults.add(
              new Fault(
                  input.many() ? at + "/" + i : at,
                  "names an entity \""
                      + name.identifier()
                      + "\" of blueprint \""
                      + name.blueprint()
                      + "\" that was not found"));
        } else {
          whole.add(entity);
        }
      }
      if (faults.isEmpty()) {
        properties.set(input.name(), input.many() ? whole : whole.get(0));
      }
    }
    return faults.isEmpty() ? new Resolved.Found(properties) : new Resolved.Missing(faults);
  }

  private static Name name(EntityInput input, String identifier) {
    return new Name(input.blueprint(), identifier);
  }
}
