package io.slipway.chassis.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Which topics exist. A row whose topic is missing must join no batch: it would hold up everybody
 * else's.
 */
final class KnownTopics {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final Admin admin;
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Map<String, Instant> missing = new ConcurrentHashMap<>();

  KnownTopics(Admin admin) {
    this.admin = admin;
  }

  /** Topics that were missing a moment ago. */
  Set<String> missing() {
    var now = Instant.now();
    missing.values().removeIf(until -> until.isBefore(now));
    return Set.copyOf(missing.keySet());
  }

  /** Whether a topic exists; asks the broker about those not known yet. */
  boolean exists(String topic) throws InterruptedException, ExecutionException, TimeoutException {
    if (known.contains(topic)) {
      return true;
    }
    try {
      admin.describeTopics(List.of(topic)).allTopicNames().get(10, TimeUnit.SECONDS);
      known.add(topic);
      return true;
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
        missing.put(topic, Instant.now().plus(LOOK_AGAIN));
        return false;
      }
      throw failure;
    }
  }

  /** Forgets what was known, after the broker said otherwise. */
  void forget() {
    known.clear();
  }
}
