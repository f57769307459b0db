package io.slipway.chassis.listening;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What listening publishes about itself. */
public final class ListeningMeters {
  private final MeterRegistry registry;

  public ListeningMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void handled(Subscription subscription, Message message) {
    counter(
            "slipway.messages.handled",
            "Messages that were handled, duplicates included",
            topic(subscription, message))
        .increment();
  }

  void retried(Subscription subscription, Message message) {
    counter(
            "slipway.messages.retried",
            "Failures that may heal; the message is heard again",
            topic(subscription, message))
        .increment();
  }

  void dead(Subscription subscription, Message message) {
    counter(
            "slipway.dead.letters",
            "Messages that were set aside; each needs a person",
            topic(subscription, message))
        .increment();
  }

  void refused(Subscription subscription) {
    counter(
            "slipway.messages.refused",
            "What strangers wrote and nobody could understand",
            subscription.topics().isEmpty() ? "reports" : subscription.topics().getFirst())
        .increment();
  }

  private Counter counter(String name, String description, String topic) {
    return Counter.builder(name).description(description).tag("topic", topic).register(registry);
  }

  /** A topic of an organisation is no tag: there may be any number of them. */
  private static String topic(Subscription subscription, Message message) {
    return subscription.pattern() == null ? message.topic() : "organization";
  }
}
