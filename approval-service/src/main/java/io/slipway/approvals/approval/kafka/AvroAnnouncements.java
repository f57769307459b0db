package io.slipway.approvals.approval.kafka;

import io.slipway.approvals.approval.Announcements;
import io.slipway.approvals.approval.Approval;
import io.slipway.approvals.approval.ApprovalEvent;
import io.slipway.approvals.approval.Outcome;
import io.slipway.approvals.approval.Party;
import io.slipway.approvals.approval.Verdict;
import io.slipway.approvals.approval.Vote;
import io.slipway.approvals.approver.Approver;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.outbox.Saying;
import io.slipway.events.Actor;
import io.slipway.events.ActorKind;
import io.slipway.events.ApprovalDecided;
import io.slipway.events.ApprovalOutcome;
import io.slipway.events.ApprovalRequested;
import io.slipway.events.Person;
import io.slipway.events.Topic;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import io.slipway.events.wiring.SchemaReadiness;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what happened as {@link ApprovalRequested} and {@link ApprovalDecided}. */
@Component
class AvroAnnouncements implements Announcements {
  private final AvroWire wire;
  private final SchemaReadiness registry;
  private final Topics topics;

  AvroAnnouncements(AvroWire wire, SchemaReadiness registry, Topics topics) {
    this.wire = wire;
    this.registry = registry;
    this.topics = topics;
  }

  @Override
  public Saying of(Approval approval, ApprovalEvent event) {
    return switch (event) {
      case ApprovalEvent.Asked asked ->
          saying(topics.approvalRequested(), approval, requested(approval, asked));
      case ApprovalEvent.Decided decided ->
          saying(topics.approvalDecided(), approval, decided(approval, decided));
    };
  }

  private <T extends SpecificRecord> Saying saying(Topic<T> topic, Approval about, T event) {
    registry.require();
    return Saying.event(
        Ids.event(),
        topic.name(),
        about.question().run().runId(),
        event.getSchema().getFullName(),
        wire.encode(topic, event));
  }

  private static ApprovalRequested requested(Approval approval, ApprovalEvent.Asked asked) {
    var briefing = approval.question().briefing();
    return ApprovalRequested.newBuilder()
        .setApprovalId(approval.id())
        .setRunId(approval.question().run().runId())
        .setOrganization(approval.question().run().organization())
        .setAt(asked.at())
        .setPeople(asked.people().stream().map(AvroAnnouncements::person).toList())
        .setApprovalNotificationJson(briefing.notificationJson())
        .setRunJson(briefing.runJson())
        .setActionTitle(briefing.actionTitle())
        .setRequester(actor(briefing.requester()))
        .setInputsJson(briefing.inputsJson())
        .build();
  }

  private static ApprovalDecided decided(Approval approval, ApprovalEvent.Decided decided) {
    return ApprovalDecided.newBuilder()
        .setApprovalId(approval.id())
        .setRunId(approval.question().run().runId())
        .setOrganization(approval.question().run().organization())
        .setAt(decided.at())
        .setVersion(approval.version())
        .setVote(vote(decided.vote()))
        .setOutcome(outcome(decided.outcome()))
        .build();
  }

  private static io.slipway.events.@Nullable Vote vote(@Nullable Vote vote) {
    return vote == null
        ? null
        : io.slipway.events.Vote.newBuilder()
            .setVoter(actor(vote.voter()))
            .setVerdict(verdict(vote.verdict()))
            .setDescription(vote.description())
            .build();
  }

  private static io.slipway.events.Verdict verdict(Verdict verdict) {
    return switch (verdict) {
      case APPROVE -> io.slipway.events.Verdict.APPROVE;
      case DECLINE -> io.slipway.events.Verdict.DECLINE;
    };
  }

  private static ApprovalOutcome outcome(Outcome outcome) {
    return switch (outcome) {
      case OPEN -> ApprovalOutcome.OPEN;
      case APPROVED -> ApprovalOutcome.APPROVED;
      case DECLINED -> ApprovalOutcome.DECLINED;
    };
  }

  private static Person person(Approver approver) {
    return Person.newBuilder().setEmail(approver.email()).setName(approver.name()).build();
  }

  private static Actor actor(Party party) {
    var kind =
        switch (party.kind()) {
          case USER -> ActorKind.USER;
          case MACHINE -> ActorKind.MACHINE;
          case SERVICE_ACCOUNT -> ActorKind.SERVICE_ACCOUNT;
          case SYSTEM -> ActorKind.SYSTEM;
        };
    return Actor.newBuilder()
        .setUserId(party.id())
        .setEmail(party.email())
        .setKind(kind)
        .setUserJson(party.userJson())
        .build();
  }
}
