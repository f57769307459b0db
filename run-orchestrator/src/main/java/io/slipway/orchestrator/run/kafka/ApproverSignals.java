package io.slipway.orchestrator.run.kafka;

import io.slipway.chassis.json.Times;
import io.slipway.chassis.listening.Message;
import io.slipway.chassis.listening.Subscription;
import io.slipway.events.ApprovalRequested;
import io.slipway.events.Person;
import io.slipway.events.Topics;
import io.slipway.events.wire.AvroWire;
import io.slipway.orchestrator.run.Actor;
import io.slipway.orchestrator.run.LogLine;
import io.slipway.orchestrator.run.RunEvent;
import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.Runs;
import io.slipway.orchestrator.run.Step;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears who is asked to approve a run: they may see it. When nobody is, the run says so. */
@Component
class ApproverSignals implements Subscription {
  private final Topics topics;
  private final AvroWire wire;
  private final Runs runs;
  private final Clock clock;

  ApproverSignals(Topics topics, AvroWire wire, Runs runs, Clock clock) {
    this.topics = topics;
    this.wire = wire;
    this.runs = runs;
    this.clock = clock;
  }

  @Override
  public List<String> topics() {
    return List.of(topics.approvalRequested().name());
  }

  @Override
  public Mono<Void> on(Message message) {
    return Mono.fromCallable(() -> wire.decode(topics.approvalRequested(), message.bytes()))
        .flatMap(asked -> heard(message.eventId(), asked));
  }

  private Mono<Void> heard(String eventId, ApprovalRequested asked) {
    var id = new RunId(asked.getRunId());
    var emails = asked.getPeople().stream().map(Person::getEmail).toList();
    var remembered = runs.approvers(asked.getOrganization(), id, emails);
    return emails.isEmpty()
        ? remembered.then(
            runs.advance(
                    asked.getOrganization(), id, eventId, run -> new Step.Moved(run, nobody(id)))
                .then())
        : remembered;
  }

  private List<RunEvent> nobody(RunId id) {
    var now = Times.shown(clock.instant());
    var text = "Nobody may approve this run at present; the Admins have been told.";
    return List.of(new RunEvent.Logged(LogLine.of(id, text, Actor.SLIPWAY, now)));
  }
}
