package io.slipway.notifier.organization.kafka;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.listening.Message;
import io.slipway.chassis.listening.Subscription;
import io.slipway.chassis.organization.OrganizationPart;
import io.slipway.events.OrganizationChanged;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import io.slipway.notifier.organization.Organizations;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears that an organisation has new settings, or is being erased. */
@Component
class OrganizationChanges implements Subscription {
  private final AvroWire wire;
  private final Topics topics;
  private final Organizations organizations;

  OrganizationChanges(AvroWire wire, Topics topics, Organizations organizations) {
    this.wire = wire;
    this.topics = topics;
    this.organizations = organizations;
  }

  @Override
  public List<String> topics() {
    return List.of(topics.organizationChanged().name());
  }

  @Override
  public Mono<Void> on(Message message) {
    var event = wire.decode(topics.organizationChanged(), message.bytes());
    return switch (event.getChange()) {
      case DELETED -> organizations.erase(event.getOrganization());
      case CREATED, SETTINGS_CHANGED -> settle(event);
      case UNKNOWN -> Mono.empty();
    };
  }

  private Mono<Void> settle(OrganizationChanged event) {
    var settings = Json.parseOptional(event.getSettingsJson());
    var name = settings == null ? null : Json.string(settings, "name");
    return settings == null || name == null
        ? Mono.empty()
        : organizations
            .settle(
                event.getOrganization(),
                new OrganizationPart.Profile(name, Json.string(settings, "publicUrl")))
            .then();
  }
}
