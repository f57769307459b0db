package io.slipway.local.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The requests that make entities so, each after those it refers to. Where they refer to each other
 * in a circle, one is made without the relation, which follows. Pure.
 */
final class EntityCalls {
  private final Map<String, Step> due = new LinkedHashMap<>();
  private final Function<Document, Optional<ObjectNode>> blueprintOf;

  private EntityCalls(Collection<Step> due, Function<Document, Optional<ObjectNode>> blueprintOf) {
    due.forEach(step -> this.due.put(step.document().id(), step));
    this.blueprintOf = blueprintOf;
  }

  /**
   * @param blueprintOf the blueprint of an entity, as it will be
   */
  static List<Call> of(Collection<Step> due, Function<Document, Optional<ObjectNode>> blueprintOf) {
    return new EntityCalls(due, blueprintOf).calls();
  }

  /** Another entity, by the relation that names it. */
  private record End(String relation, String entity) {}

  private List<Call> calls() {
    var order =
        Order.of(due.keySet(), id -> ends(step(id)).stream().map(End::entity).distinct().toList());
    var first = new ArrayList<Call>();
    var then = new ArrayList<Call>();
    for (var id : order.things()) {
      var step = step(id);
      var body = body(step);
      var late = order.lateFor(id);
      if (!late.isEmpty() && body.path("relations") instanceof ObjectNode relations) {
        then.add(new Call(step, "POST", upsert(step), body(step)));
        ends(step).stream()
            .filter(end -> late.contains(end.entity()))
            .forEach(end -> relations.remove(end.relation()));
      }
      first.add(new Call(step, "POST", upsert(step), body));
    }
    first.addAll(then);
    return first;
  }

  private Step step(String id) {
    return java.util.Objects.requireNonNull(due.get(id));
  }

  private List<End> ends(Step entity) {
    var definitions =
        blueprintOf
            .apply(entity.document())
            .map(blueprint -> blueprint.path("relations"))
            .orElse(JsonNodeFactory.instance.objectNode());
    var ends = new ArrayList<End>();
    for (var relation : entity.document().body().path("relations").properties()) {
      var target = definitions.path(relation.getKey()).path("target").asString("");
      names(relation.getValue())
          .map(name -> new End(relation.getKey(), target + "/" + name))
          .filter(end -> !end.entity().equals(entity.document().id()))
          .forEach(ends::add);
    }
    return ends;
  }

  private static Stream<String> names(JsonNode value) {
    var values = value.isArray() ? value.valueStream() : Stream.of(value);
    return values.filter(JsonNode::isString).map(JsonNode::stringValue);
  }

  private static ObjectNode body(Step entity) {
    var body = entity.document().body().deepCopy();
    body.remove("blueprint");
    return body;
  }

  private static String upsert(Step entity) {
    return "/v1/blueprints/%s/entities?upsert=true&merge=true"
        .formatted(Api.segment(entity.document().blueprint()));
  }

  /** Where the API has it. */
  static String path(Document entity) {
    return "/v1/blueprints/%s/entities/%s"
        .formatted(Api.segment(entity.blueprint()), Api.segment(entity.key()));
  }
}
