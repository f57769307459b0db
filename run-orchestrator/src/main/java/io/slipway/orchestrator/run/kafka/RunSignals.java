package io.slipway.orchestrator.run.kafka;

import io.slipway.chassis.listening.Message;
import io.slipway.chassis.listening.Subscription;
import io.slipway.events.Topics;
import io.slipway.orchestrator.run.BeginRun;
import io.slipway.orchestrator.run.Translation;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears that somebody asked for an action. */
@Component
class RunSignals implements Subscription {
  private final Topics topics;
  private final Translation translation;
  private final BeginRun beginRun;

  RunSignals(Topics topics, Translation translation, BeginRun beginRun) {
    this.topics = topics;
    this.translation = translation;
    this.beginRun = beginRun;
  }

  @Override
  public List<String> topics() {
    return List.of(topics.actionInvoked().name());
  }

  @Override
  public Mono<Void> on(Message message) {
    return Mono.fromCallable(() -> translation.invocation(message.bytes()))
        .flatMap(beginRun::begin)
        .then();
  }
}
