package io.slipway.actionapi.action;

import io.slipway.chassis.json.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which actions a list shows. An empty set, or null, asks nothing.
 *
 * @param triggerType {@code self-service} or {@code automation}
 */
public record ActionFilter(
    Set<String> identifiers,
    Set<String> blueprints,
    Set<String> operations,
    @Nullable Boolean published,
    @Nullable String triggerType,
    Set<String> events,
    Set<String> eventActions) {

  /** Whether an action is shown. */
  public boolean shows(Action action) {
    var trigger = action.triggerJson();
    var event = trigger.path("event");
    var blueprint = action.blueprint();
    var about = blueprint == null ? Json.string(event, "blueprintIdentifier") : blueprint;
    return any(identifiers, action.identifier())
        && any(blueprints, about)
        && any(operations, Json.string(trigger, "operation"))
        && (published == null || published == action.definition().path("publish").asBoolean(true))
        && (triggerType == null || triggerType.equals(action.trigger().word()))
        && any(events, Json.string(event, "type"))
        && any(eventActions, Json.string(event, "actionIdentifier"));
  }

  private static boolean any(Set<String> wanted, @Nullable String value) {
    return wanted.isEmpty() || (value != null && wanted.contains(value));
  }
}
