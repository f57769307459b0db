package io.slipway.approvals.approval.kafka;

import io.slipway.approvals.approval.RecountApprovals;
import io.slipway.chassis.listening.Message;
import io.slipway.chassis.listening.Subscription;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears that people or teams changed, which may change who is waited for. */
@Component
class PeopleChanges implements Subscription {
  private static final Set<String> PEOPLE = Set.of("_user", "_team");

  private final AvroWire wire;
  private final Topics topics;
  private final RecountApprovals recount;

  PeopleChanges(AvroWire wire, Topics topics, RecountApprovals recount) {
    this.wire = wire;
    this.topics = topics;
    this.recount = recount;
  }

  @Override
  public List<String> topics() {
    return List.of(topics.entityChanged().name());
  }

  @Override
  public Mono<Void> on(Message message) {
    var event = wire.decode(topics.entityChanged(), message.bytes());
    return PEOPLE.contains(event.getBlueprint())
        ? recount.handle(event.getOrganization())
        : Mono.empty();
  }
}
