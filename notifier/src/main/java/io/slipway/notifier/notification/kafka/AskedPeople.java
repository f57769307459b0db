package io.slipway.notifier.notification.kafka;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.listening.Message;
import io.slipway.chassis.listening.Subscription;
import io.slipway.events.ApprovalRequested;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import io.slipway.notifier.notification.AboutRun;
import io.slipway.notifier.notification.Addressee;
import io.slipway.notifier.notification.AskedApproval;
import io.slipway.notifier.notification.Notify;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears that people are asked to approve. */
@Component
class AskedPeople implements Subscription {
  private final AvroWire wire;
  private final Topics topics;
  private final Notify notify;

  AskedPeople(AvroWire wire, Topics topics, Notify notify) {
    this.wire = wire;
    this.topics = topics;
    this.notify = notify;
  }

  @Override
  public List<String> topics() {
    return List.of(topics.approvalRequested().name());
  }

  @Override
  public Mono<Void> on(Message message) {
    var event = wire.decode(topics.approvalRequested(), message.bytes());
    return notify.asked(message.eventId(), asked(event));
  }

  private static AskedApproval asked(ApprovalRequested event) {
    var about =
        new AboutRun(
            event.getOrganization(),
            event.getRunId(),
            event.getActionTitle(),
            Json.parse(event.getRunJson()),
            event.getAt());
    return new AskedApproval(
        about,
        Actors.requester(event.getRequester()),
        event.getPeople().stream()
            .map(person -> new Addressee(person.getEmail(), person.getName()))
            .toList(),
        Json.parse(event.getInputsJson()),
        Json.parseOptional(event.getApprovalNotificationJson()),
        event.getReminder());
  }
}
