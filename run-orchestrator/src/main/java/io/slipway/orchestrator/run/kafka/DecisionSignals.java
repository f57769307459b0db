package io.slipway.orchestrator.run.kafka;

import io.slipway.chassis.listening.Message;
import io.slipway.chassis.listening.Subscription;
import io.slipway.events.Topics;
import io.slipway.orchestrator.organization.Organizations;
import io.slipway.orchestrator.run.DecideRun;
import io.slipway.orchestrator.run.Translation;
import io.slipway.orchestrator.run.Translation.Verdict;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears votes, and what became of the question. */
@Component
class DecisionSignals implements Subscription {
  private final Topics topics;
  private final Translation translation;
  private final DecideRun decideRun;
  private final Organizations organizations;

  DecisionSignals(
      Topics topics, Translation translation, DecideRun decideRun, Organizations organizations) {
    this.topics = topics;
    this.translation = translation;
    this.decideRun = decideRun;
    this.organizations = organizations;
  }

  @Override
  public List<String> topics() {
    return List.of(topics.approvalDecided().name());
  }

  @Override
  public Mono<Void> on(Message message) {
    return Mono.fromCallable(() -> translation.verdict(message.bytes()))
        .flatMap(
            verdict ->
                decideRun
                    .decide(message.eventId(), verdict)
                    .hasElement()
                    .flatMap(known -> known ? Mono.empty() : unknown(verdict)));
  }

  /** Nobody votes about a run that never was, unless its organization has been erased since. */
  private Mono<Void> unknown(Verdict verdict) {
    return organizations
        .isErased(verdict.organization())
        .flatMap(
            erased ->
                erased
                    ? Mono.empty()
                    : Mono.error(new IllegalStateException("no run " + verdict.runId())));
  }
}
