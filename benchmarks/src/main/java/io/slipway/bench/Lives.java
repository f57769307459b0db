package io.slipway.bench;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The lives of a step, found by the token that each carries in its inputs. */
final class Lives {

  private final String prefix;
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final Map<String, Life> known = new ConcurrentHashMap<>();

  /** The prefix tells this bench's lives from those of another in the same organisation. */
  Lives(String prefix) {
    this.prefix = prefix;
  }

  Life begin(long intended) {
    var life = new Life(prefix + number.incrementAndGet(), intended);
    known.put(life.token(), life);
    open.incrementAndGet();
    return life;
  }

  Optional<Life> find(String token) {
    return Optional.ofNullable(known.get(token));
  }

  /** Nobody waits for it any longer; it is still known, so that a second invocation is noticed. */
  void end(Life life) {
    if (life.close()) {
      open.decrementAndGet();
    }
  }

  void forget(Life life) {
    end(life);
    known.remove(life.token());
  }

  int open() {
    return open.get();
  }
}
