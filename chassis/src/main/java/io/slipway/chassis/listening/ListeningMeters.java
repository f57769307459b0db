package io.slipway.chassis.listening;

import io.micrometer.core.instrument.MeterRegistry;

/** What listening publishes about itself. */
public final class ListeningMeters {
  private final MeterRegistry registry;

  public ListeningMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Messages that were handled, duplicates included. */
  void handled(Subscription subscription, Message message) {
    registry.counter("slipway.messages.handled", "topic", topic(subscription, message)).increment();
  }

  /** Failures that may heal; the message is heard again. */
  void retried(Subscription subscription, Message message) {
    registry.counter("slipway.messages.retried", "topic", topic(subscription, message)).increment();
  }

  /** Messages that were set aside; each needs a person. */
  void dead(Subscription subscription, Message message) {
    registry.counter("slipway.dead.letters", "topic", topic(subscription, message)).increment();
  }

  /** What strangers wrote and nobody could understand. */
  void refused(Subscription subscription) {
    registry
        .counter(
            "slipway.messages.refused",
            "topic",
            subscription.topics().isEmpty() ? "reports" : subscription.topics().getFirst())
        .increment();
  }

  /** A topic of an organisation is no tag: there may be any number of them. */
  private static String topic(Subscription subscription, Message message) {
    return subscription.pattern() == null ? message.topic() : "organization";
  }
}
