package io.slipway.actionapi.invocation.kafka;

import io.slipway.actionapi.access.Person;
import io.slipway.actionapi.invocation.Announcements;
import io.slipway.actionapi.invocation.Invocation;
import io.slipway.actionapi.invocation.Said;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.trace.Traces;
import io.slipway.events.ActionInvoked;
import io.slipway.events.Actor;
import io.slipway.events.ActorKind;
import io.slipway.events.ApprovalRule;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Translates to {@link ActionInvoked}. */
@Component
class InvocationAnnouncements implements Announcements {
  private final AvroWire wire;
  private final Topics topics;
  private final Traces traces;
  private final Clock clock;
  private final String source;

  InvocationAnnouncements(
      AvroWire wire,
      Topics topics,
      Traces traces,
      Clock clock,
      @Value("${spring.application.name}") String source) {
    this.wire = wire;
    this.topics = topics;
    this.traces = traces;
    this.clock = clock;
    this.source = source;
  }

  @Override
  public Said of(Invocation invocation) {
    var payload = wire.encode(topics.actionInvoked(), event(invocation));
    return new Said(invocation.eventId(), invocation.runId(), headers(invocation), payload);
  }

  private Map<String, String> headers(Invocation invocation) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", invocation.eventId());
    headers.put("ce_type", "ActionInvoked");
    headers.put("ce_source", source);
    headers.put("ce_time", clock.instant().toString());
    var traceparent = traces.traceparent();
    if (traceparent != null) {
      headers.put(Traces.TRACEPARENT, traceparent);
    }
    return headers;
  }

  private static ActionInvoked event(Invocation asked) {
    var action = asked.action();
    return ActionInvoked.newBuilder()
        .setRunId(asked.runId())
        .setOrganization(action.organization())
        .setAt(asked.at())
        .setActionId(action.id())
        .setActionIdentifier(action.identifier())
        .setActionJson(Json.text(action.view()))
        .setPermissionsJson(Json.text(action.permissions()))
        .setBlueprint(action.blueprint())
        .setEntityIdentifier(asked.entityIdentifier())
        .setEntityJson(Json.textOptional(asked.entity()))
        .setPropertiesJson(Json.text(asked.properties()))
        .setRawPropertiesJson(Json.text(asked.rawProperties()))
        .setBy(actor(asked.by(), asked.person()))
        .setImpersonatedBy(machine(asked.impersonatedBy()))
        .setOrigin(asked.by().origin())
        .setDepth(0)
        .setCauseRunId(null)
        .setRequiredApproval(rule(asked.approval()))
        .setRequiredApprovalJson(Json.text(asked.requiredApproval()))
        .setEncryptedInputs(asked.encryptedInputs())
        .build();
  }

  private static Actor actor(Caller caller, @Nullable Person person) {
    return Actor.newBuilder()
        .setUserId(caller.principal())
        .setEmail(caller.email())
        .setKind(
            switch (caller.kind()) {
              case USER -> ActorKind.USER;
              case MACHINE -> ActorKind.MACHINE;
              case SERVICE_ACCOUNT -> ActorKind.SERVICE_ACCOUNT;
              case SERVICE -> ActorKind.SYSTEM;
            })
        .setUserJson(person == null ? null : Json.text(person.user()))
        .build();
  }

  private static @Nullable Actor machine(@Nullable String clientId) {
    return clientId == null
        ? null
        : Actor.newBuilder()
            .setUserId(clientId)
            .setEmail(null)
            .setKind(ActorKind.MACHINE)
            .setUserJson(null)
            .build();
  }

  private static ApprovalRule rule(Invocation.Approval approval) {
    return switch (approval) {
      case NONE -> ApprovalRule.NONE;
      case ANY -> ApprovalRule.ANY;
      case ALL -> ApprovalRule.ALL;
    };
  }
}
