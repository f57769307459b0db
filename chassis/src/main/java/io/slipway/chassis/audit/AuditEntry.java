package io.slipway.chassis.audit;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One fact for the audit log, as {@code GET /v1/audit-log} returns it.
 *
 * @param identifier {@code event_…}; also the id of the event that is said of the same fact
 * @param action {@code CREATE}, {@code UPDATE}, {@code DELETE}, {@code TIMER_EXPIRED}
 * @param resourceType {@code entity}, {@code blueprint}, {@code run}, {@code action}, …
 * @param status {@code SUCCESS} or {@code FAILURE} (a refusal)
 * @param trigger who, from where and when: {@code {by, origin, at}}
 * @param context what it was about: {@code {blueprint, entity, runId, …}}
 * @param diff {@code {before, after}}; secrets masked
 * @param message for a refusal, why
 */
public record AuditEntry(
    String identifier,
    String organization,
    Instant at,
    String action,
    String resourceType,
    String status,
    JsonNode trigger,
    JsonNode context,
    JsonNode diff,
    String message) {

  /** A new entry of something that was done. */
  public static AuditEntry done(
      Instant at, Caller by, String action, String resource, JsonNode context, JsonNode diff) {
    return new AuditEntry(
        Ids.withPrefix("event_"),
        by.organization(),
        at,
        action,
        resource,
        "SUCCESS",
        trigger(by, at, null),
        context,
        diff,
        "");
  }

  /** A new entry of something that was refused. */
  public static AuditEntry refused(
      Instant at,
      Caller by,
      String action,
      String resource,
      JsonNode context,
      JsonNode diff,
      String why) {
    return new AuditEntry(
        Ids.withPrefix("event_"),
        by.organization(),
        at,
        action,
        resource,
        "FAILURE",
        trigger(by, at, null),
        context,
        diff,
        why);
  }

  /** The {@code trigger} of a fact: by whom, from where, when, and within which run. */
  public static JsonNode trigger(Caller by, Instant at, @Nullable String runId) {
    var trigger = Json.object();
    var who = trigger.putObject("by");
    who.put("orgId", by.organization());
    if (by.kind() == Caller.Kind.SERVICE) {
      who.put("byPort", true);
    } else {
      who.put(by.isMachine() ? "appId" : "userId", by.principal());
    }
    var email = by.email();
    if (email != null) {
      who.putObject("user").put("email", email);
    }
    if (runId != null) {
      who.put("runId", runId);
    }
    trigger.put("origin", by.origin());
    trigger.put("at", Times.text(at));
    return trigger;
  }
}
