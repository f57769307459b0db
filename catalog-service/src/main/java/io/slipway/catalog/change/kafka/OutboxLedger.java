package io.slipway.catalog.change.kafka;

import io.slipway.catalog.change.Doing;
import io.slipway.catalog.change.Fact;
import io.slipway.catalog.change.Fact.BlueprintFact;
import io.slipway.catalog.change.Fact.EntityFact;
import io.slipway.catalog.change.Fact.TimerFact;
import io.slipway.catalog.change.Ledger;
import io.slipway.catalog.change.ToldLater;
import io.slipway.chassis.audit.AuditEntry;
import io.slipway.chassis.audit.AuditTrail;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.outbox.Outbox;
import io.slipway.chassis.outbox.Saying;
import java.util.ArrayList;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Writes the audit row, and puts events and change-log records into the outbox. */
@Component
class OutboxLedger implements Ledger {
  private final AuditTrail audit;
  private final Outbox outbox;
  private final ChangeEvents events;

  private final ToldLater later;

  OutboxLedger(AuditTrail audit, Outbox outbox, ChangeEvents events, ToldLater later) {
    this.later = later;
    this.audit = audit;
    this.outbox = outbox;
    this.events = events;
  }

  @Override
  public Mono<Void> note(Fact fact, Doing doing) {
    return Mono.defer(
        () -> {
          var entry = entry(fact, doing);
          var sayings = new ArrayList<Saying>();
          sayings.add(events.of(fact, entry.identifier(), doing));
          if (ChangeLog.wants(fact)) {
            sayings.add(ChangeLog.of(fact, entry));
          }
          var address = ChangeLog.address(fact);
          var told =
              address == null
                  ? Mono.<Void>empty()
                  : later.tell(
                      doing.organization(),
                      entry.identifier(),
                      address,
                      ChangeLog.text(fact, entry));
          return audit.write(entry).then(outbox.say(sayings)).then(told);
        });
  }

  @Override
  public Mono<Void> noteUnchanged(EntityFact fact, Doing doing) {
    return audit.write(entry(fact, doing));
  }

  @Override
  public Mono<Void> noteRefused(
      Fact.Kind kind,
      String resource,
      JsonNode context,
      JsonNode attempted,
      String why,
      Doing doing) {
    return audit.write(
        AuditEntry.refused(
            doing.at(), doing.by(), kind.name(), resource, context, diff(null, attempted), why));
  }

  @Override
  public Mono<Void> noteDefinition(Fact.DefinitionFact fact, Doing doing) {
    var context = Json.object();
    context.put(fact.resource(), fact.identifier());
    return audit.write(
        entry(
            fact.kind().name(),
            fact.resource(),
            context,
            diff(fact.before(), fact.after()),
            doing));
  }

  private static AuditEntry entry(Fact fact, Doing doing) {
    return switch (fact) {
      case EntityFact entity ->
          entry(
              entity.kind().name(),
              "entity",
              context(entity.subject(), doing),
              diff(entity.before(), entity.after()),
              doing);
      case TimerFact timer -> {
        var context = context(timer.subject(), doing);
        context.put("propertyIdentifier", timer.property());
        yield entry(
            "TIMER_EXPIRED", "entity", context, diff(timer.entity(), timer.entity()), doing);
      }
      case BlueprintFact blueprint -> {
        var context = Json.object();
        context.put("blueprint", blueprint.identifier());
        context.put("blueprintId", blueprint.blueprintId());
        yield entry(
            blueprint.kind().name(),
            "blueprint",
            context,
            diff(blueprint.before(), blueprint.after()),
            doing);
      }
    };
  }

  private static AuditEntry entry(
      String action, String resource, JsonNode context, JsonNode diff, Doing doing) {
    return new AuditEntry(
        Ids.withPrefix("event_"),
        doing.organization(),
        doing.at(),
        action,
        resource,
        "SUCCESS",
        AuditEntry.trigger(doing.by(), doing.at(), doing.runId()),
        context,
        diff,
        "");
  }

  private static tools.jackson.databind.node.ObjectNode context(Fact.Subject subject, Doing doing) {
    var context = Json.object();
    context.put("blueprint", subject.blueprint());
    context.put("entity", subject.identifier());
    var run = doing.runId();
    if (run != null) {
      context.put("runId", run);
    }
    context.put("blueprintId", subject.blueprintId());
    context.put("entityId", subject.entityId());
    return context;
  }

  private static JsonNode diff(
      @org.jspecify.annotations.Nullable JsonNode before,
      @org.jspecify.annotations.Nullable JsonNode after) {
    var diff = Json.object();
    diff.set("before", before == null ? Json.MAPPER.nullNode() : before);
    diff.set("after", after == null ? Json.MAPPER.nullNode() : after);
    return diff;
  }
}
