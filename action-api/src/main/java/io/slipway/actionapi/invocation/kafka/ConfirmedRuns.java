package io.slipway.actionapi.invocation.kafka;

import io.slipway.actionapi.invocation.Invocations;
import io.slipway.chassis.listening.Message;
import io.slipway.chassis.listening.Subscription;
import io.slipway.events.RunStatusChanged;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears that a run has begun; its invocation need not be handed over any more. */
@Component
class ConfirmedRuns implements Subscription {
  private final Invocations invocations;
  private final AvroWire wire;
  private final Topics topics;

  ConfirmedRuns(Invocations invocations, AvroWire wire, Topics topics) {
    this.invocations = invocations;
    this.wire = wire;
    this.topics = topics;
  }

  @Override
  public List<String> topics() {
    return List.of(topics.runStatusChanged().name());
  }

  /** Confirming twice changes nothing, so the inbox need not remember this. */
  @Override
  public Mono<Void> on(Message message) {
    return Mono.defer(
        () -> {
          RunStatusChanged event = wire.decode(topics.runStatusChanged(), message.bytes());
          return event.getFrom() == null
              ? invocations.confirm(event.getOrganization(), List.of(event.getRunId()))
              : Mono.empty();
        });
  }
}
