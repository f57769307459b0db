package io.slipway.orchestrator.organization.kafka;

import io.slipway.chassis.listening.Message;
import io.slipway.chassis.listening.Subscription;
import io.slipway.events.OrganizationChanged;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import io.slipway.orchestrator.organization.Organizations;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears that an organization is being erased. */
@Component
class OrganizationSignals implements Subscription {
  private final Topics topics;
  private final AvroWire wire;
  private final Organizations organizations;

  OrganizationSignals(Topics topics, AvroWire wire, Organizations organizations) {
    this.topics = topics;
    this.wire = wire;
    this.organizations = organizations;
  }

  @Override
  public List<String> topics() {
    return List.of(topics.organizationChanged().name());
  }

  @Override
  public Mono<Void> on(Message message) {
    return Mono.fromCallable(() -> wire.decode(topics.organizationChanged(), message.bytes()))
        .flatMap(this::heard);
  }

  private Mono<Void> heard(OrganizationChanged changed) {
    return switch (changed.getChange()) {
      case DELETED -> organizations.erase(changed.getOrganization());
      case CREATED, SETTINGS_CHANGED, UNKNOWN -> Mono.empty();
    };
  }
}
