package io.slipway.orchestrator.run.kafka;

import io.slipway.chassis.json.Json;
import io.slipway.events.ActorKind;
import io.slipway.events.ApprovalAsked;
import io.slipway.events.RunDispatched;
import io.slipway.events.RunStatus;
import io.slipway.events.RunStatusChanged;
import io.slipway.orchestrator.run.Actor;
import io.slipway.orchestrator.run.ApprovalRule;
import io.slipway.orchestrator.run.Invocation;
import io.slipway.orchestrator.run.Run;
import io.slipway.orchestrator.run.RunEvent.Changed;
import io.slipway.orchestrator.run.RunEvent.HandedOver;
import io.slipway.orchestrator.run.RunView;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says in Avro what happened to a run. */
final class StatusRecords {
  private static final String MASK = "****";

  /** It is said once for each dispatch, when it begins; attempts after the first change nothing. */
  private static final int FIRST = 1;

  private StatusRecords() {}

  static RunStatusChanged changed(Changed changed) {
    var run = changed.after();
    var before = changed.before();
    return RunStatusChanged.newBuilder()
        .setRunId(run.id().value())
        .setOrganization(run.organization())
        .setVersion(run.version())
        .setFrom(before == null ? null : status(before))
        .setTo(status(run))
        .setCause(changed.cause())
        .setAt(changed.at())
        .setBeforeJson(before == null ? null : Json.text(RunView.v2(before)))
        .setAfterJson(Json.text(RunView.v2(run)))
        .setBy(actor(changed.by()))
        .setApproval(changed.asksForApproval() ? asked(run.invocation()) : null)
        .setSilent(false)
        .build();
  }

  static RunDispatched dispatched(HandedOver left) {
    return RunDispatched.newBuilder()
        .setRunId(left.run().id().value())
        .setOrganization(left.run().organization())
        .setDispatchId(left.parcel().dispatchId())
        .setAttempt(FIRST)
        .setMethod(left.parcel().method())
        .setTarget(left.parcel().target())
        .setSha256(left.parcel().sha256())
        .setAt(left.at())
        .build();
  }

  private static ApprovalAsked asked(Invocation asked) {
    return ApprovalAsked.newBuilder()
        .setRule(rule(asked.approval()))
        .setPermissionsJson(Json.text(asked.permissions()))
        .setApprovalNotificationJson(Json.textOptional(asked.action().get("approvalNotification")))
        .setActionJson(Json.text(asked.action()))
        .setEntityJson(Json.textOptional(asked.entity()))
        .setInputsJson(Json.text(masked(asked)))
        .setRequester(actor(asked.by()))
        .build();
  }

  /** Nobody who approves needs a secret, not even as ciphertext. */
  private static JsonNode masked(Invocation asked) {
    if (!(asked.properties().deepCopy() instanceof ObjectNode inputs)) {
      return asked.properties();
    }
    for (var secret : asked.encryptedInputs()) {
      if (inputs.has(secret)) {
        inputs.put(secret, MASK);
      }
    }
    return inputs;
  }

  private static RunStatus status(Run run) {
    return switch (Objects.requireNonNull(run.state().status(), "a run that was said")) {
      case WAITING_FOR_APPROVAL -> RunStatus.WAITING_FOR_APPROVAL;
      case IN_PROGRESS -> RunStatus.IN_PROGRESS;
      case SUCCESS -> RunStatus.SUCCESS;
      case FAILURE -> RunStatus.FAILURE;
      case DECLINED -> RunStatus.DECLINED;
    };
  }

  private static io.slipway.events.ApprovalRule rule(ApprovalRule rule) {
    return switch (rule) {
      case NONE -> io.slipway.events.ApprovalRule.NONE;
      case ANY -> io.slipway.events.ApprovalRule.ANY;
      case ALL -> io.slipway.events.ApprovalRule.ALL;
    };
  }

  private static io.slipway.events.Actor actor(Actor actor) {
    return io.slipway.events.Actor.newBuilder()
        .setUserId(actor.id())
        .setEmail(actor.email())
        .setKind(kind(actor))
        .setUserJson(user(actor.user()))
        .build();
  }

  private static ActorKind kind(Actor actor) {
    return switch (actor.kind()) {
      case USER -> ActorKind.USER;
      case MACHINE -> ActorKind.MACHINE;
      case SERVICE_ACCOUNT -> ActorKind.SERVICE_ACCOUNT;
      case SYSTEM -> ActorKind.SYSTEM;
    };
  }

  private static @Nullable String user(@Nullable JsonNode user) {
    return Json.textOptional(user);
  }
}
