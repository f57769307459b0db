package io.slipway.approvals.approval.kafka;

import io.slipway.approvals.approval.CloseApproval;
import io.slipway.approvals.approval.OpenApproval;
import io.slipway.approvals.approval.RunRef;
import io.slipway.chassis.listening.Message;
import io.slipway.chassis.listening.Subscription;
import io.slipway.events.RunStatus;
import io.slipway.events.RunStatusChanged;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears which runs begin to wait for approval, and which stop waiting. */
@Component
class WaitingRuns implements Subscription {
  private final AvroWire wire;
  private final Topics topics;
  private final AvroQuestions questions;
  private final OpenApproval open;
  private final CloseApproval close;

  WaitingRuns(
      AvroWire wire,
      Topics topics,
      AvroQuestions questions,
      OpenApproval open,
      CloseApproval close) {
    this.wire = wire;
    this.topics = topics;
    this.questions = questions;
    this.open = open;
    this.close = close;
  }

  @Override
  public List<String> topics() {
    return List.of(topics.runStatusChanged().name());
  }

  @Override
  public Mono<Void> on(Message message) {
    var event = wire.decode(topics.runStatusChanged(), message.bytes());
    var question = questions.read(event);
    if (question.isPresent()) {
      return open.handle(message.eventId(), question.get());
    }
    return stoppedWaiting(event)
        ? close.handle(new RunRef(event.getOrganization(), event.getRunId()), event.getAt())
        : Mono.empty();
  }

  private static boolean stoppedWaiting(RunStatusChanged event) {
    return event.getFrom() == RunStatus.WAITING_FOR_APPROVAL
        && event.getTo() != RunStatus.WAITING_FOR_APPROVAL
        && event.getTo() != RunStatus.UNKNOWN;
  }
}
