package io.slipway.chaos;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** All that was asked for; what the next one is to become is decided by the seed. */
final class Wishes {

  /** Of those that ask, one in five is declined. */
  private static final double DECLINED = 0.2;

  private final String prefix;
  private final double approvalShare;
  private final Random random;
  private final Map<String, Wish> all = new ConcurrentHashMap<>();

  Wishes(String prefix, double approvalShare, Random random) {
    this.prefix = prefix;
    this.approvalShare = approvalShare;
    this.random = random;
  }

  /** To be called by one thread, since the order decides. */
  Wish next(long now) {
    var wish = new Wish(prefix + (all.size() + 1), plan(), now);
    all.put(wish.token(), wish);
    return wish;
  }

  private Plan plan() {
    if (random.nextDouble() >= approvalShare) {
      return Plan.PLAIN;
    }
    return random.nextDouble() < DECLINED ? Plan.DECLINED : Plan.APPROVED;
  }

  Optional<Wish> find(String token) {
    return Optional.ofNullable(all.get(token));
  }

  List<Wish> all() {
    return List.copyOf(all.values());
  }

  long open() {
    return all.values().stream().filter(Wish::isOpen).count();
  }
}
