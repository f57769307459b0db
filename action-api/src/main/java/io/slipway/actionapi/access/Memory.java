package io.slipway.actionapi.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Remembers answers for a second, the answer that there is none included, but never a failure. Many
 * who ask for the same at once ask once.
 */
final class Memory<K, V> {
  private static final Duration LONG = Duration.ofSeconds(1);
  private static final int MOST = 10_000;

  private final Map<K, Mono<V>> answers = new ConcurrentHashMap<>();

  Mono<V> recall(K key, Supplier<Mono<V>> ask) {
    return Mono.defer(
        () -> {
          if (answers.size() >= MOST) {
            answers.clear();
          }
          return answers.computeIfAbsent(
              key, k -> Mono.defer(ask).cache(value -> LONG, failure -> Duration.ZERO, () -> LONG));
        });
  }

  void forget(Predicate<K> which) {
    answers.keySet().removeIf(which);
  }
}
