package io.slipway.local.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The requests that make steps so, in an order in which what is referred to is there: blueprints,
 * teams, users, the teams' members, entities, actions. Pure.
 */
final class Calls {
  private final List<Step> steps;
  private final List<Call> calls = new ArrayList<>();

  private Calls(List<Step> steps) {
    this.steps = steps;
  }

  /**
   * @param blueprintOf the blueprint of an entity, as it will be
   */
  static List<Call> of(List<Step> steps, Function<Document, Optional<ObjectNode>> blueprintOf) {
    var calls = new Calls(steps);
    calls.calls.addAll(BlueprintCalls.of(calls.due(Kind.BLUEPRINT)));
    calls.people();
    calls.calls.addAll(EntityCalls.of(calls.due(Kind.ENTITY), blueprintOf));
    calls.actions();
    return List.copyOf(calls.calls);
  }

  private List<Step> due(Kind kind) {
    return steps.stream()
        .filter(step -> step.document().kind() == kind && step.change() != Change.NONE)
        .toList();
  }

  private void people() {
    for (var step : due(Kind.TEAM)) {
      var key = step.document().key();
      var team = step.document().body().deepCopy();
      team.remove("users");
      if (step.change() == Change.CREATE) {
        calls.add(new Call(step, "POST", "/v1/teams", team));
      } else if (step.changes("description")) {
        calls.add(new Call(step, "PATCH", "/v1/teams/" + Api.segment(key), team));
      }
    }
    for (var step : due(Kind.USER)) {
      var user = step.document().body().deepCopy();
      if (step.change() == Change.CREATE) {
        var invitation = JsonNodeFactory.instance.objectNode();
        invitation.set("invitee", user);
        calls.add(new Call(step, "POST", "/v1/users/invite?notify=false", invitation));
      } else {
        user.remove("email");
        var path = "/v1/users/" + Api.segment(step.document().key());
        calls.add(new Call(step, "PATCH", path, user));
      }
    }
    for (var step : due(Kind.TEAM)) {
      if (step.changes("users")) {
        var members = JsonNodeFactory.instance.objectNode();
        members.set("users", step.document().body().path("users"));
        var path = "/v1/teams/" + Api.segment(step.document().key());
        calls.add(new Call(step, "PATCH", path, members));
      }
    }
  }

  private void actions() {
    for (var step : due(Kind.ACTION)) {
      var path = "/v1/actions/" + Api.segment(step.document().key());
      var definition = step.document().body().deepCopy();
      definition.remove("permissions");
      if (step.change() == Change.CREATE) {
        calls.add(new Call(step, "POST", "/v1/actions", definition));
      } else if (definitionChanges(step)) {
        calls.add(new Call(step, "PUT", path, definition));
      }
      if (step.changes("permissions")) {
        var permissions = step.document().body().path("permissions");
        calls.add(new Call(step, "PATCH", path + "/permissions", permissions));
      }
    }
  }

  private static boolean definitionChanges(Step action) {
    var names = new HashSet<>(action.after().propertyNames());
    if (action.before() != null) {
      names.addAll(action.before().propertyNames());
    }
    names.remove("permissions");
    return names.stream().anyMatch(action::changes);
  }
}
