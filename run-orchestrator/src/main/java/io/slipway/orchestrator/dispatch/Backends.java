package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.template.TemplateFault;
import io.slipway.orchestrator.dispatch.WebhookRequest.Malformed;
import io.slipway.orchestrator.run.Departure;
import io.slipway.orchestrator.run.Departures;
import io.slipway.orchestrator.run.Invocation;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The backends of this version, by the type of the invocation method. */
public final class Backends implements Departures {
  private static final Logger log = LoggerFactory.getLogger(Backends.class);

  private final Map<String, Backend> byType;

  /**
   * @param topicOf the topic on which an organization's agents hear of work
   * @param patience how long a call is tried where the action does not say
   */
  public Backends(
      Rendering rendering,
      SigningKeys keys,
      UnaryOperator<String> topicOf,
      Duration patience,
      Clock clock) {
    var topic = new KafkaBackend(rendering, keys, topicOf, clock);
    var webhook = new WebhookBackend(rendering, topic, patience, clock);
    byType =
        Map.of(
            KafkaBackend.TYPE,
            topic,
            WebhookBackend.TYPE,
            webhook,
            // names for webhooks in older definitions
            "SLACK",
            webhook,
            "JENKINS",
            webhook,
            UpsertBackend.TYPE,
            new UpsertBackend(rendering, clock));
  }

  @Override
  public Mono<Departure> prepare(Invocation invocation) {
    var type = invocation.methodType();
    var backend = byType.get(type);
    if (backend == null) {
      return Mono.just(
          new Departure.Impossible(
              "Backend " + type + " is not available in this version of Slipway"));
    }
    return Mono.defer(() -> backend.prepare(invocation))
        .onErrorResume(TemplateFault.class, why -> Mono.just(new Departure.Impossible(why.why())))
        .onErrorResume(
            Malformed.class,
            why -> Mono.just(new Departure.Impossible(String.valueOf(why.getMessage()))))
        .onErrorResume(
            PythonJson.Unwritable.class,
            why -> Mono.just(new Departure.Impossible("The message holds " + why.getMessage())))
        .onErrorResume(
            failure -> {
              log.warn("run {} leaves later: {}", invocation.runId(), failure.toString());
              return Mono.just(new Departure.Later("What is needed to send it is away"));
            });
  }
}
