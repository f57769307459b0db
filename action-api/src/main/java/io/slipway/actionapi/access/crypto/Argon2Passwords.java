package io.slipway.actionapi.access.crypto;

import io.slipway.actionapi.access.PasswordHasher;
import io.slipway.chassis.problem.Refusal;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Argon2id with 19 MiB and two passes. Two threads and a short queue of their own bound what a
 * flood of wrong passwords can take from everybody else.
 */
@Component
class Argon2Passwords implements PasswordHasher {
  private static final int THREADS = 2;
  private static final int QUEUE = 64;

  private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  private final Scheduler pool = Schedulers.newBoundedElastic(THREADS, QUEUE, "passwords");
  private final Mono<String> nobody =
      Mono.fromCallable(() -> String.valueOf(argon2.encode("nobody"))).cache();

  @Override
  public Mono<String> hash(String password) {
    return slowly(() -> String.valueOf(argon2.encode(password)));
  }

  @Override
  public Mono<Boolean> matches(String password, String hash) {
    return slowly(() -> argon2.matches(password, hash));
  }

  @Override
  public Mono<Boolean> matchesNothing(String password) {
    return nobody
        .subscribeOn(pool)
        .flatMap(hash -> matches(password, hash))
        .thenReturn(false)
        .onErrorMap(RejectedExecutionException.class, Argon2Passwords::busy);
  }

  private <T> Mono<T> slowly(Callable<T> work) {
    return Mono.fromCallable(work)
        .subscribeOn(pool)
        .onErrorMap(RejectedExecutionException.class, Argon2Passwords::busy);
  }

  private static Refusal busy(Throwable full) {
    return Refusal.unavailable("Too many are signing in at this moment; try again");
  }

  @PreDestroy
  void close() {
    pool.dispose();
  }
}
