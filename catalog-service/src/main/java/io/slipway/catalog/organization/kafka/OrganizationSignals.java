package io.slipway.catalog.organization.kafka;

import io.slipway.catalog.organization.FoundOrganization;
import io.slipway.chassis.listening.Message;
import io.slipway.chassis.listening.Subscription;
import io.slipway.events.OrganizationChanged;
import io.slipway.events.Topic;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Erases the part of an organisation that is no more; doing it twice changes nothing. */
@Component
class OrganizationSignals implements Subscription {
  private final Topic<OrganizationChanged> topic;
  private final AvroWire wire;
  private final FoundOrganization organizations;

  OrganizationSignals(Topics topics, AvroWire wire, FoundOrganization organizations) {
    this.topic = topics.organizationChanged();
    this.wire = wire;
    this.organizations = organizations;
  }

  @Override
  public List<String> topics() {
    return List.of(topic.name());
  }

  @Override
  public Mono<Void> on(Message message) {
    return Mono.defer(
        () -> {
          var event = wire.decode(topic, message.bytes());
          return switch (event.getChange()) {
            case DELETED -> organizations.erase(event.getOrganization());
            case CREATED, SETTINGS_CHANGED, UNKNOWN -> Mono.empty();
          };
        });
  }
}
