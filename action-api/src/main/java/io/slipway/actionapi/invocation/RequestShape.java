package io.slipway.actionapi.invocation;

import io.slipway.actionapi.action.Action;
import io.slipway.chassis.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Whether the body of an invocation has the shape that its action asks for. Pure. */
final class RequestShape {
  private RequestShape() {}

  static List<Fault> check(Action action, JsonNode body) {
    if (action.trigger() == Action.Trigger.AUTOMATION) {
      return List.of(new Fault("", "must name an action; an automation is begun by its event"));
    }
    if (!body.isObject()) {
      return List.of(new Fault("", "must be object"));
    }
    var faults = new ArrayList<Fault>();
    for (var member : body.propertyNames()) {
      if (!member.equals("properties") && !member.equals("entity")) {
        faults.add(new Fault("/" + member, "must NOT have additional properties"));
      }
    }
    if (!body.has("properties")) {
      faults.add(new Fault("", "must have required property 'properties'"));
    } else if (!body.path("properties").isObject()) {
      faults.add(new Fault("/properties", "must be object"));
    }
    entity(action, body.path("entity"), faults);
    return faults;
  }

  /** An entity is needed exactly where the action works on one. */
  private static void entity(Action action, JsonNode entity, List<Fault> faults) {
    var given = !entity.isMissingNode() && !entity.isNull();
    if (given && !entity.isString()) {
      faults.add(new Fault("/entity", "must be string"));
    } else if (needsEntity(action) && (!given || entity.stringValue().isEmpty())) {
      faults.add(new Fault("", "must have required property 'entity'"));
    } else if (!needsEntity(action) && given) {
      faults.add(new Fault("/entity", "must NOT be given: this action works on no entity"));
    }
  }

  static boolean needsEntity(Action action) {
    return action.operation() != Action.Operation.CREATE && action.blueprint() != null;
  }
}
