package io.slipway.approvals.organization.kafka;

import io.slipway.chassis.listening.Message;
import io.slipway.chassis.listening.Subscription;
import io.slipway.chassis.organization.OrganizationPart;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears that an organisation is being erased. */
@Component
class OrganizationChanges implements Subscription {
  private final AvroWire wire;
  private final Topics topics;
  private final OrganizationPart organizations;

  OrganizationChanges(AvroWire wire, Topics topics, OrganizationPart organizations) {
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
      case CREATED, SETTINGS_CHANGED, UNKNOWN -> Mono.empty();
    };
  }
}
