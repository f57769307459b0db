package io.slipway.actionapi.organization.kafka;

import io.slipway.actionapi.organization.Organization;
import io.slipway.actionapi.organization.OrganizationAnnouncements;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.outbox.Outbox;
import io.slipway.chassis.outbox.Saying;
import io.slipway.events.OrganizationChange;
import io.slipway.events.OrganizationChanged;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Translates to {@link OrganizationChanged} and leaves it in the outbox. */
@Component
class KafkaOrganizationAnnouncements implements OrganizationAnnouncements {
  private final Outbox outbox;
  private final AvroWire wire;
  private final Topics topics;

  KafkaOrganizationAnnouncements(Outbox outbox, AvroWire wire, Topics topics) {
    this.outbox = outbox;
    this.wire = wire;
    this.topics = topics;
  }

  @Override
  public Mono<Void> created(Organization organization) {
    return say(organization, OrganizationChange.CREATED);
  }

  @Override
  public Mono<Void> changed(Organization organization) {
    return say(organization, OrganizationChange.SETTINGS_CHANGED);
  }

  private Mono<Void> say(Organization organization, OrganizationChange change) {
    return Mono.defer(
        () -> {
          var event =
              OrganizationChanged.newBuilder()
                  .setOrganization(organization.id())
                  .setChange(change)
                  .setSettingsJson(Json.text(organization.settings()))
                  .setAt(organization.changedAt())
                  .build();
          var topic = topics.organizationChanged();
          return outbox.say(
              Saying.event(
                  Ids.event(),
                  topic.name(),
                  organization.id(),
                  "OrganizationChanged",
                  wire.encode(topic, event)));
        });
  }
}
