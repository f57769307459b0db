package io.slipway.catalog.change.kafka;

import io.slipway.catalog.change.Fact;
import io.slipway.catalog.change.Fact.BlueprintFact;
import io.slipway.catalog.change.Fact.EntityFact;
import io.slipway.catalog.change.Fact.TimerFact;
import io.slipway.chassis.audit.AuditEntry;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.outbox.Saying;
import io.slipway.events.Topics;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The record on {@code {org}.change.log}, the customers' view of a change. */
final class ChangeLog {
  private static final String TYPE = "slipway.change.logged";

  private ChangeLog() {}

  /** True when the blueprint sends its changes to Kafka, or to where only an agent gets them. */
  static boolean wants(Fact fact) {
    var destination = fact.destination();
    return destination != null
        && ("KAFKA".equals(Json.string(destination, "type"))
            || destination.path("agent").asBoolean(false));
  }

  /** Where a change is to be posted, or null when nowhere. */
  static @Nullable String address(Fact fact) {
    var destination = fact.destination();
    return destination == null || wants(fact) ? null : Json.string(destination, "url");
  }

  static Saying of(Fact fact, AuditEntry entry) {
    return Saying.toOrganization(
        Topics.changeLog(entry.organization()),
        key(fact),
        TYPE,
        text(fact, entry).getBytes(StandardCharsets.UTF_8));
  }

  /** The record as a text. */
  static String text(Fact fact, AuditEntry entry) {
    return Json.text(record(fact, entry));
  }

  private static String key(Fact fact) {
    return switch (fact) {
      case EntityFact entity -> entity.subject().entityId();
      case TimerFact timer -> timer.subject().entityId();
      case BlueprintFact blueprint -> blueprint.blueprintId();
    };
  }

  private static ObjectNode record(Fact fact, AuditEntry entry) {
    var record = Json.object();
    record.put("identifier", entry.identifier());
    record.put("action", entry.action());
    record.put("resourceType", entry.resourceType());
    record.put("status", entry.status());
    if (fact instanceof TimerFact timer) {
      var trigger = (ObjectNode) entry.trigger().deepCopy();
      trigger.put("at", timer.value());
      record.set("trigger", trigger);
      record.set("context", entry.context());
    } else {
      record.set("trigger", entry.trigger());
      record.set("context", entry.context());
      record.set("diff", entry.diff());
    }
    record.set("changelogDestination", fact.destination());
    return record;
  }
}
