package io.slipway.orchestrator.run.kafka;

import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.outbox.Outbox;
import io.slipway.chassis.outbox.Saying;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import io.slipway.orchestrator.run.Announcements;
import io.slipway.orchestrator.run.Questions;
import io.slipway.orchestrator.run.Questions.Question;
import io.slipway.orchestrator.run.RunEvent;
import io.slipway.orchestrator.run.RunEvent.Changed;
import io.slipway.orchestrator.run.RunEvent.DispatchDue;
import io.slipway.orchestrator.run.RunEvent.HandedOver;
import io.slipway.orchestrator.run.RunEvent.Logged;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says on our own topics that runs changed, and hands work over on those of organizations. */
@Component
class RunAnnouncements implements Announcements {
  private final Outbox outbox;
  private final AvroWire wire;
  private final Topics topics;
  private final Questions questions;

  RunAnnouncements(Outbox outbox, AvroWire wire, Topics topics, Questions questions) {
    this.outbox = outbox;
    this.wire = wire;
    this.topics = topics;
    this.questions = questions;
  }

  @Override
  public Mono<Void> say(List<RunEvent> events) {
    return Mono.defer(
        () -> {
          var sayings = new ArrayList<Saying>();
          Mono<Void> asking = Mono.empty();
          for (var event : events) {
            switch (event) {
              case Changed changed -> {
                var saying = changed(changed);
                sayings.add(saying);
                if (changed.asksForApproval()) {
                  asking = questions.keep(question(changed, saying));
                }
              }
              case HandedOver left -> sayings.addAll(handedOver(left));
              case Logged _, DispatchDue _ -> {} // nobody else's business
            }
          }
          return asking.then(outbox.say(sayings));
        });
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
    return List.of(
        Saying.toOrganization(parcel.target(), key, "RunInvoked", parcel.bytes()),
        Saying.event(Ids.event(), topic.name(), key, "RunDispatched", bytes));
  }
}
