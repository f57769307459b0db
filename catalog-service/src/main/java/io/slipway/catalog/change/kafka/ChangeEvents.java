package io.slipway.catalog.change.kafka;

import io.slipway.catalog.change.Doing;
import io.slipway.catalog.change.Fact;
import io.slipway.catalog.change.Fact.BlueprintFact;
import io.slipway.catalog.change.Fact.EntityFact;
import io.slipway.catalog.change.Fact.TimerFact;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.outbox.Saying;
import io.slipway.events.Actor;
import io.slipway.events.ActorKind;
import io.slipway.events.BlueprintChanged;
import io.slipway.events.DefinitionChange;
import io.slipway.events.EntityChange;
import io.slipway.events.EntityChanged;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import org.springframework.stereotype.Component;

/** Translates facts into the events that are promised to the other services. */
@Component
class ChangeEvents {
  private final Topics topics;
  private final AvroWire wire;

  ChangeEvents(Topics topics, AvroWire wire) {
    this.topics = topics;
    this.wire = wire;
  }

  Saying of(Fact fact, String eventId, Doing doing) {
    return switch (fact) {
      case EntityFact entity -> say(entityChanged(entity, eventId, doing));
      case TimerFact timer -> say(timerExpired(timer, eventId, doing));
      case BlueprintFact blueprint -> say(blueprintChanged(blueprint, eventId, doing));
    };
  }

  private Saying say(EntityChanged event) {
    var topic = topics.entityChanged();
    return Saying.event(
        event.getEventId(),
        topic.name(),
        event.getEntityId(),
        EntityChanged.class.getName(),
        wire.encode(topic, event));
  }

  private Saying say(BlueprintChanged event) {
    var topic = topics.blueprintChanged();
    return Saying.event(
        event.getEventId(),
        topic.name(),
        event.getBlueprintId(),
        BlueprintChanged.class.getName(),
        wire.encode(topic, event));
  }

  private static EntityChanged entityChanged(EntityFact fact, String eventId, Doing doing) {
    var change =
        switch (fact.kind()) {
          case CREATE -> EntityChange.CREATE;
          case UPDATE -> EntityChange.UPDATE;
          case DELETE -> EntityChange.DELETE;
        };
    return about(fact.subject(), eventId, doing)
        .setChange(change)
        .setBeforeJson(Json.textOptional(fact.before()))
        .setAfterJson(Json.textOptional(fact.after()))
        .build();
  }

  private static EntityChanged timerExpired(TimerFact fact, String eventId, Doing doing) {
    var entity = Json.text(fact.entity());
    return about(fact.subject(), eventId, doing)
        .setChange(EntityChange.TIMER_EXPIRED)
        .setBeforeJson(entity)
        .setAfterJson(entity)
        .setPropertyIdentifier(fact.property())
        .build();
  }

  private static EntityChanged.Builder about(Fact.Subject subject, String eventId, Doing doing) {
    return EntityChanged.newBuilder()
        .setEventId(eventId)
        .setEntityId(subject.entityId())
        .setOrganization(doing.organization())
        .setBlueprint(subject.blueprint())
        .setIdentifier(subject.identifier())
        .setBy(actor(doing.by()))
        .setOrigin(doing.by().origin())
        .setRunId(doing.runId())
        .setAt(doing.at());
  }

  private static BlueprintChanged blueprintChanged(
      BlueprintFact fact, String eventId, Doing doing) {
    var change =
        switch (fact.kind()) {
          case CREATE -> DefinitionChange.CREATE;
          case UPDATE ->
              fact.previous() == null ? DefinitionChange.UPDATE : DefinitionChange.RENAME;
          case DELETE -> DefinitionChange.DELETE;
        };
    return BlueprintChanged.newBuilder()
        .setEventId(eventId)
        .setBlueprintId(fact.blueprintId())
        .setOrganization(doing.organization())
        .setIdentifier(fact.identifier())
        .setPreviousIdentifier(fact.previous())
        .setChange(change)
        .setBeforeJson(Json.textOptional(fact.before()))
        .setAfterJson(Json.textOptional(fact.after()))
        .setBy(actor(doing.by()))
        .setAt(doing.at())
        .build();
  }

  private static Actor actor(Caller caller) {
    var kind =
        switch (caller.kind()) {
          case USER -> ActorKind.USER;
          case MACHINE -> ActorKind.MACHINE;
          case SERVICE_ACCOUNT -> ActorKind.SERVICE_ACCOUNT;
          case SERVICE -> ActorKind.SYSTEM;
        };
    return Actor.newBuilder()
        .setUserId(caller.principal())
        .setEmail(caller.email())
        .setKind(kind)
        .build();
  }
}
