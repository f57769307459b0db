package io.slipway.chassis.listening;

import io.slipway.chassis.problem.Causes;
import io.slipway.chassis.trace.Traces;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

/**
 * What happens to each record that is heard: it waits behind an earlier one that failed, or is
 * handled, or is tried again, or is set aside.
 */
public final class Listening {
  private static final Logger log = LoggerFactory.getLogger(Listening.class);

  private final List<Subscription> subscriptions;
  private final DeadLetters deadLetters;
  private final Traces traces;
  private final ListeningMeters meters;
  private final ListeningSettings settings;
  private final ListeningObserver observer;

  /** Where something was set aside; what is not in here need not ask the database. */
  private final Set<String> blocked = ConcurrentHashMap.newKeySet();

  public Listening(
      List<Subscription> subscriptions,
      DeadLetters deadLetters,
      Traces traces,
      ListeningMeters meters,
      ListeningSettings settings,
      ListeningObserver observer) {
    this.subscriptions = List.copyOf(subscriptions);
    this.deadLetters = deadLetters;
    this.traces = traces;
    this.meters = meters;
    this.settings = settings;
    this.observer = observer;
  }

  /** Learns what is set aside; called whenever partitions are assigned, before their records. */
  void refreshBlocked() {
    var places = deadLetters.openPlaces().collectList().timeout(settings.patience()).block();
    if (places != null) {
      blocked.clear();
      blocked.addAll(places);
    }
  }

  /** Handles a record; throws when it should be delivered again. */
  void receive(ConsumerRecord<byte[], byte[]> heard) {
    var message = Message.of(heard);
    var subscription = subscriptionOf(message.topic());
    if (subscription == null) {
      throw new IllegalStateException("nobody subscribed to " + message.topic());
    }
    MDC.put("messageKey", message.key());
    try {
      traces.within(
          message.headers().get(Traces.TRACEPARENT),
          "hear " + (subscription.fromStrangers() ? "report" : message.topic()),
          () -> handle(subscription, message));
    } finally {
      MDC.remove("messageKey");
    }
  }

  private void handle(Subscription subscription, Message message) {
    if (waitsBehind(message)) {
      return;
    }
    try {
      await(traces.carried(subscription.on(message)));
      meters.handled(subscription, message);
      observer.handled(message);
    } catch (RuntimeException failure) {
      if (Causes.mayHeal(failure)) {
        meters.retried(subscription, message);
        log.warn("{} will be heard again: {}", message.eventId(), failure.toString());
        throw failure;
      }
      if (subscription.fromStrangers()) {
        meters.refused(subscription);
        log.warn("a report at {} was not understood: {}", message.eventId(), failure.toString());
        return;
      }
      setAside(subscription, message, failure);
    }
  }

  private boolean waitsBehind(Message message) {
    var place = DeadLetters.place(message.topic(), message.key());
    if (!blocked.contains(place)) {
      return false;
    }
    boolean kept = Boolean.TRUE.equals(await(deadLetters.keepBehind(message)));
    if (!kept) {
      blocked.remove(place);
    }
    return kept;
  }

  private void setAside(Subscription subscription, Message message, RuntimeException failure) {
    log.error(
        "{} on {} cannot be handled and was set aside",
        message.eventId(),
        message.topic(),
        failure);
    await(deadLetters.setAside(message, failure.toString()));
    blocked.add(DeadLetters.place(message.topic(), message.key()));
    meters.dead(subscription, message);
  }

  /** Hands what was set aside for a key in again; how many records were handled. */
  Mono<Long> redrive(String topic, String key) {
    var subscription = subscriptionOf(topic);
    return subscription == null ? Mono.just(0L) : deadLetters.redrive(topic, key, subscription::on);
  }

  private @Nullable Subscription subscriptionOf(String topic) {
    for (var subscription : subscriptions) {
      var pattern = subscription.pattern();
      if (subscription.topics().contains(topic)
          || (pattern != null && pattern.matcher(topic).matches())) {
        return subscription;
      }
    }
    return null;
  }

  private <T> @Nullable T await(Mono<T> work) {
    return work.timeout(settings.patience()).block();
  }
}
