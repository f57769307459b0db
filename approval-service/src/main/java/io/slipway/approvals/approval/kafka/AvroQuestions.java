package io.slipway.approvals.approval.kafka;

import io.slipway.approvals.approval.Briefing;
import io.slipway.approvals.approval.Heard;
import io.slipway.approvals.approval.Party;
import io.slipway.approvals.approval.Question;
import io.slipway.approvals.approval.Questions;
import io.slipway.approvals.approval.QuorumRule;
import io.slipway.approvals.approval.RunRef;
import io.slipway.approvals.approver.ApproverRule;
import io.slipway.chassis.json.Json;
import io.slipway.events.Actor;
import io.slipway.events.ApprovalAsked;
import io.slipway.events.ApprovalRule;
import io.slipway.events.RunStatus;
import io.slipway.events.RunStatusChanged;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads questions out of {@link RunStatusChanged}. */
@Component
class AvroQuestions implements Questions {
  private final AvroWire wire;
  private final Topics topics;

  AvroQuestions(AvroWire wire, Topics topics) {
    this.wire = wire;
    this.topics = topics;
  }

  @Override
  public Optional<Question> read(Heard heard) {
    return read(wire.decode(topics.runStatusChanged(), heard.payload()));
  }

  Optional<Question> read(RunStatusChanged event) {
    ApprovalAsked asked = event.getApproval();
    if (asked == null || event.getTo() != RunStatus.WAITING_FOR_APPROVAL) {
      return Optional.empty();
    }
    return Optional.of(
        new Question(
            new RunRef(event.getOrganization(), event.getRunId()),
            quorum(asked.getRule()),
            ApproverRule.of(Json.parse(asked.getPermissionsJson())),
            briefing(event, asked),
            event.getAt()));
  }

  private static Briefing briefing(RunStatusChanged event, ApprovalAsked asked) {
    return new Briefing(
        event.getAfterJson(),
        asked.getInputsJson(),
        title(asked.getActionJson()),
        party(asked.getRequester()),
        asked.getApprovalNotificationJson());
  }

  private static QuorumRule quorum(ApprovalRule rule) {
    return switch (rule) {
      case ANY -> QuorumRule.ANY;
      case ALL -> QuorumRule.ALL;
      case NONE, UNKNOWN ->
          throw new IllegalStateException("nobody can be asked under the rule " + rule);
    };
  }

  private static String title(String actionJson) {
    var action = Json.parse(actionJson);
    var title = Json.string(action, "title");
    if (title != null && !title.isBlank()) {
      return title;
    }
    var identifier = Json.string(action, "identifier");
    return identifier == null ? "an action" : identifier;
  }

  private static Party party(Actor actor) {
    var kind =
        switch (actor.getKind()) {
          case USER -> Party.Kind.USER;
          case MACHINE -> Party.Kind.MACHINE;
          case SERVICE_ACCOUNT -> Party.Kind.SERVICE_ACCOUNT;
          case SYSTEM, UNKNOWN -> Party.Kind.SYSTEM;
        };
    return new Party(actor.getUserId(), actor.getEmail(), kind, actor.getUserJson());
  }
}
