package io.slipway.notifier.notification.kafka;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.listening.Message;
import io.slipway.chassis.listening.Subscription;
import io.slipway.events.ActorKind;
import io.slipway.events.ApprovalAsked;
import io.slipway.events.RunStatus;
import io.slipway.events.RunStatusChanged;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import io.slipway.notifier.notification.Addressee;
import io.slipway.notifier.notification.Notify;
import io.slipway.notifier.notification.RunMove;
import io.slipway.notifier.notification.Watch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Hears which runs begin to wait for approval, and what comes of them. */
@Component
class MovedRuns implements Subscription {
  private final AvroWire wire;
  private final Topics topics;
  private final Notify notify;

  MovedRuns(AvroWire wire, Topics topics, Notify notify) {
    this.wire = wire;
    this.topics = topics;
    this.notify = notify;
  }

  @Override
  public List<String> topics() {
    return List.of(topics.runStatusChanged().name());
  }

  @Override
  public Mono<Void> on(Message message) {
    var event = wire.decode(topics.runStatusChanged(), message.bytes());
    ApprovalAsked asked = event.getApproval();
    if (asked != null) {
      return watch(message.eventId(), event, asked);
    }
    var to = status(event.getTo());
    return event.getFrom() == null || event.getFrom() == event.getTo() || to == null
        ? Mono.empty()
        : notify.moved(message.eventId(), move(event, to));
  }

  /** Only people are written to; a program that asked can read its run. */
  private Mono<Void> watch(String cause, RunStatusChanged event, ApprovalAsked asked) {
    var requester = asked.getRequester();
    var email = requester.getEmail();
    if (requester.getKind() != ActorKind.USER || email == null) {
      return Mono.empty();
    }
    var person = new Addressee(email, Actors.requester(requester).title());
    return notify.watch(
        cause,
        new Watch(
            event.getOrganization(),
            event.getRunId(),
            requester.getUserId(),
            person,
            title(Json.parse(asked.getActionJson()))));
  }

  private static RunMove move(RunStatusChanged event, RunMove.Status to) {
    return new RunMove(
        event.getOrganization(),
        event.getRunId(),
        event.getFrom() == RunStatus.WAITING_FOR_APPROVAL,
        to,
        Actors.requester(event.getBy()),
        Json.parse(event.getAfterJson()),
        event.getAt());
  }

  private static RunMove.@Nullable Status status(RunStatus status) {
    return switch (status) {
      case IN_PROGRESS -> RunMove.Status.IN_PROGRESS;
      case SUCCESS -> RunMove.Status.SUCCESS;
      case FAILURE -> RunMove.Status.FAILURE;
      case DECLINED -> RunMove.Status.DECLINED;
      case WAITING_FOR_APPROVAL, UNKNOWN -> null;
    };
  }

  private static String title(JsonNode action) {
    var title = Json.string(action, "title");
    if (title != null && !title.isBlank()) {
      return title;
    }
    var identifier = Json.string(action, "identifier");
    return identifier == null ? "an action" : identifier;
  }
}
