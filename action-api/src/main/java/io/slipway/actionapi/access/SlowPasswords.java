package io.slipway.actionapi.access;

import io.slipway.chassis.problem.Refusal;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hashes on two threads with a short queue of their own, which bounds what a flood of wrong
 * passwords can take from everybody else.
 */
public final class SlowPasswords implements PasswordHasher, AutoCloseable {
  private static final int THREADS = 2;
  private static final int QUEUE = 64;

  private final UnaryOperator<String> encode;
  private final BiPredicate<String, String> matches;
  private final Scheduler pool = Schedulers.newBoundedElastic(THREADS, QUEUE, "passwords");
  private final Mono<String> nobody;

  /**
   * @param encode a slow, salted hash of a password
   * @param matches whether a password was hashed to that
   */
  public SlowPasswords(UnaryOperator<String> encode, BiPredicate<String, String> matches) {
    this.encode = encode;
    this.matches = matches;
    this.nobody = Mono.fromCallable(() -> encode.apply("nobody")).cache();
  }

  @Override
  public Mono<String> hash(String password) {
    return slowly(() -> encode.apply(password));
  }

  @Override
  public Mono<Boolean> matches(String password, String hash) {
    return slowly(() -> matches.test(password, hash));
  }

  @Override
  public Mono<Boolean> matchesNothing(String password) {
    return nobody
        .subscribeOn(pool)
        .flatMap(hash -> matches(password, hash))
        .thenReturn(false)
        .onErrorMap(RejectedExecutionException.class, SlowPasswords::busy);
  }

  private <T> Mono<T> slowly(Callable<T> work) {
    return Mono.fromCallable(work)
        .subscribeOn(pool)
        .onErrorMap(RejectedExecutionException.class, SlowPasswords::busy);
  }

  private static Refusal busy(Throwable full) {
    return Refusal.unavailable("Too many are signing in at this moment; try again");
  }

  @Override
  public void close() {
    pool.dispose();
  }
}
