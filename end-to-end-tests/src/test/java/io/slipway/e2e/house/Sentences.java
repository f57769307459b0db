package io.slipway.e2e.house;

import java.util.Map;

/** What settings mean whose place in the source has no room for a sentence. */
final class Sentences {
  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          Map.entry("slipway.agents.bootstrap", "Addresses of the broker for agents"),
          Map.entry("slipway.dispatcher.look", "How often is looked for dispatches that are due"),
          Map.entry("slipway.doors.action-api", "The base URL of that service"),
          Map.entry("slipway.doors.approval-service", "The base URL of that service"),
          Map.entry("slipway.doors.catalog-service", "The base URL of that service"),
          Map.entry("slipway.doors.notifier", "The base URL of that service"),
          Map.entry("slipway.doors.run-orchestrator", "The base URL of that service"),
          Map.entry("slipway.listening.longest-backoff", "No pause before a repetition is longer"),
          Map.entry("slipway.registry.url", "The registry, by Apicurio's core API or Confluent's"),
          Map.entry(
              "slipway.sealing.key", "Base64 of the 32 bytes that seal secrets while they wait"),
          Map.entry("slipway.streams.linger", "How long a stream stays open after a run's end"),
          Map.entry("slipway.streams.tick", "How often streams look for news"),
          Map.entry("slipway.timers.every", "How often is looked for timers that ran out"),
          Map.entry("slipway.topics.prefix", "What the names of our own topics begin with"),
          Map.entry("slipway.topics.partitions", "Of each internal topic that is made"),
          Map.entry("slipway.topics.organization-partitions", "Of each topic of an organisation"),
          Map.entry("slipway.topics.replication", "Copies of each topic that is made"));

  private Sentences() {}

  static String of(String setting) {
    return BY_NAME.getOrDefault(setting, "");
  }
}
