package io.slipway.actionapi.action.kafka;

import io.slipway.actionapi.action.Actions;
import io.slipway.chassis.listening.Message;
import io.slipway.chassis.listening.Subscription;
import io.slipway.events.BlueprintChanged;
import io.slipway.events.DefinitionChange;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears that a blueprint has another name, and lets the actions that refer to it follow. */
@Component
class BlueprintRenames implements Subscription {
  private final Actions actions;
  private final AvroWire wire;
  private final Topics topics;

  BlueprintRenames(Actions actions, AvroWire wire, Topics topics) {
    this.actions = actions;
    this.wire = wire;
    this.topics = topics;
  }

  @Override
  public List<String> topics() {
    return List.of(topics.blueprintChanged().name());
  }

  @Override
  public Mono<Void> on(Message message) {
    return Mono.defer(
        () -> {
          BlueprintChanged event = wire.decode(topics.blueprintChanged(), message.bytes());
          var before = event.getPreviousIdentifier();
          if (event.getChange() != DefinitionChange.RENAME || before == null) {
            return Mono.empty();
          }
          return actions.blueprintRenamed(
              message.eventId(), event.getOrganization(), before, event.getIdentifier());
        });
  }
}
