package io.slipway.orchestrator.run.kafka;

import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.outbox.Saying;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import io.slipway.orchestrator.run.Announcements;
import io.slipway.orchestrator.run.Questions.Question;
import io.slipway.orchestrator.run.RunEvent;
import io.slipway.orchestrator.run.RunEvent.Changed;
import io.slipway.orchestrator.run.RunEvent.DispatchDue;
import io.slipway.orchestrator.run.RunEvent.HandedOver;
import io.slipway.orchestrator.run.RunEvent.Logged;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says on our own topics that runs changed, and hands work over on those of organizations. */
@Component
class RunAnnouncements implements Announcements {
  private final AvroWire wire;
  private final Topics topics;

  RunAnnouncements(AvroWire wire, Topics topics) {
    this.wire = wire;
    this.topics = topics;
  }

  @Override
  public Announced of(List<RunEvent> events) {
    var sayings = new ArrayList<Saying>();
    Question question = null;
    for (var event : events) {
      switch (event) {
        case Changed changed -> {
          var saying = changed(changed);
          sayings.add(saying);
          if (changed.asksForApproval()) {
            question = question(changed, saying);
          }
        }
        case HandedOver left -> sayings.addAll(handedOver(left));
        case Logged _, DispatchDue _ -> {} // nobody else's business
      }
    }
    return new Announced(sayings, question);
  }

  private Saying changed(Changed changed) {
    var topic = topics.runStatusChanged();
    var bytes = wire.encode(topic, StatusRecords.changed(changed));
    var key = changed.after().id().value();
    return Saying.event(Ids.event(), topic.name(), key, "RunStatusChanged", bytes);
  }

  private static Question question(Changed changed, Saying saying) {
    return new Question(saying.eventId(), changed.after().id(), saying.payload());
  }

  private List<Saying> handedOver(HandedOver left) {
    var topic = topics.runDispatched();
    var key = left.run().id().value();
    var bytes = wire.encode(topic, StatusRecords.dispatched(left));
    var parcel = left.parcel();
    var dispatched = Saying.event(Ids.event(), topic.name(), key, "RunDispatched", bytes);
    return switch (parcel.way()) {
      case TOPIC ->
          List.of(
              Saying.toOrganization(parcel.target(), key, "RunInvoked", parcel.bytes()),
              dispatched);
      case CALL -> List.of(dispatched);
    };
  }
}
