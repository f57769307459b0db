package io.slipway.orchestrator.run.kafka;

import io.slipway.chassis.json.Json;
import io.slipway.events.ActionInvoked;
import io.slipway.events.ApprovalDecided;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import io.slipway.orchestrator.run.Actor;
import io.slipway.orchestrator.run.ApprovalRule;
import io.slipway.orchestrator.run.Invocation;
import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.Translation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads Avro, and says in our words what it says. */
@Component
class Records implements Translation {
  private final AvroWire wire;
  private final Topics topics;

  Records(AvroWire wire, Topics topics) {
    this.wire = wire;
    this.topics = topics;
  }

  @Override
  public Invocation invocation(byte[] record) {
    ActionInvoked event = wire.decode(topics.actionInvoked(), record);
    return new Invocation(
        new RunId(event.getRunId()),
        event.getOrganization(),
        event.getAt(),
        event.getActionIdentifier(),
        Json.parse(event.getActionJson()),
        Json.parse(event.getPermissionsJson()),
        event.getBlueprint(),
        event.getEntityIdentifier(),
        Json.parseOptional(event.getEntityJson()),
        Json.parse(event.getPropertiesJson()),
        Json.parse(event.getRawPropertiesJson()),
        actor(event.getBy()),
        optional(event.getImpersonatedBy()),
        event.getOrigin(),
        event.getDepth(),
        event.getCauseRunId(),
        rule(event.getRequiredApproval()),
        Json.parse(event.getRequiredApprovalJson()),
        event.getEncryptedInputs());
  }

  @Override
  public Verdict verdict(byte[] record) {
    ApprovalDecided event = wire.decode(topics.approvalDecided(), record);
    var vote = event.getVote();
    return new Verdict(
        new RunId(event.getRunId()),
        event.getOrganization(),
        answer(event),
        vote == null ? null : actor(vote.getVoter()),
        vote == null ? null : vote.getDescription());
  }

  private static Answer answer(ApprovalDecided event) {
    return switch (event.getOutcome()) {
      case OPEN -> Answer.OPEN;
      case APPROVED -> Answer.APPROVED;
      case DECLINED -> Answer.DECLINED;
      case EXPIRED -> Answer.EXPIRED;
      case UNKNOWN -> throw new IllegalStateException("an outcome of a version after this one");
    };
  }

  private static ApprovalRule rule(io.slipway.events.ApprovalRule rule) {
    return switch (rule) {
      case NONE -> ApprovalRule.NONE;
      case ANY -> ApprovalRule.ANY;
      case ALL -> ApprovalRule.ALL;
      case UNKNOWN -> throw new IllegalStateException("a rule of a version after this one");
    };
  }

  private static @Nullable Actor optional(io.slipway.events.@Nullable Actor actor) {
    return actor == null ? null : actor(actor);
  }

  private static Actor actor(io.slipway.events.Actor actor) {
    var kind =
        switch (actor.getKind()) {
          case USER -> Actor.Kind.USER;
          case MACHINE -> Actor.Kind.MACHINE;
          case SERVICE_ACCOUNT -> Actor.Kind.SERVICE_ACCOUNT;
          case SYSTEM, UNKNOWN -> Actor.Kind.SYSTEM;
        };
    return new Actor(
        actor.getUserId(), kind, actor.getEmail(), Json.parseOptional(actor.getUserJson()));
  }
}
