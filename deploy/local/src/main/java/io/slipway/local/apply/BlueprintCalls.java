package io.slipway.local.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The requests that make blueprints so. Where new ones point to each other in a circle, they are
 * made without what cannot be there yet, which follows when all are made. Pure.
 */
final class BlueprintCalls {
  private final Map<String, Step> due = new LinkedHashMap<>();
  private final List<Call> calls = new ArrayList<>();

  private BlueprintCalls(Collection<Step> due) {
    due.forEach(step -> this.due.put(step.document().key(), step));
  }

  static List<Call> of(Collection<Step> due) {
    var calls = new BlueprintCalls(due);
    calls.blueprints();
    return calls.calls;
  }

  private void blueprints() {
    var order = Order.of(due.keySet(), id -> targets(step(id)));
    var circular = !order.late().isEmpty();
    var completed = new ArrayList<Step>();
    for (var id : order.things()) {
      var step = step(id);
      if (step.change() == Change.CREATE) {
        var first = circular ? withoutWhatMayBeMissing(step, order.lateFor(id)) : step.after();
        calls.add(new Call(step, "POST", "/v1/blueprints", first));
        if (!first.equals(step.after())) {
          completed.add(step);
        }
      } else {
        completed.add(step);
      }
    }
    for (var step : completed) {
      var path = "/v1/blueprints/" + Api.segment(step.document().key());
      calls.add(new Call(step, "PATCH", path, step.document().body()));
    }
  }

  private static Set<String> targets(Step blueprint) {
    var targets = new HashSet<String>();
    for (var relation : blueprint.after().path("relations")) {
      var target = relation.path("target").asString("");
      if (!target.equals(blueprint.document().key())) {
        targets.add(target);
      }
    }
    return targets;
  }

  /** Computed properties and ownership may lead through any relation, so they all come later. */
  private static ObjectNode withoutWhatMayBeMissing(Step blueprint, Set<String> targets) {
    var first = blueprint.after().deepCopy();
    Merge.MAPS.stream().filter(map -> !map.equals("relations")).forEach(first::remove);
    first.remove(List.of("ownership", "teamInheritance"));
    if (first.get("relations") instanceof ObjectNode relations) {
      var late = new ArrayList<String>();
      relations
          .properties()
          .forEach(
              relation -> {
                if (targets.contains(relation.getValue().path("target").asString(""))) {
                  late.add(relation.getKey());
                }
              });
      relations.remove(late);
    }
    return first;
  }

  private Step step(String id) {
    return java.util.Objects.requireNonNull(due.get(id));
  }
}
