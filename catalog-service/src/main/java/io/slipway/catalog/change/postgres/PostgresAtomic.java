package io.slipway.catalog.change.postgres;

import io.r2dbc.spi.R2dbcException;
import io.slipway.catalog.change.Atomic;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** One transaction, tried again when it met another one. */
@Component
class PostgresAtomic implements Atomic {
  /** Unique violation, foreign key violation, serialization failure, deadlock. */
  private static final Set<String> MET_ANOTHER = Set.of("23505", "23503", "40001", "40P01");

  private static final Retry AGAIN =
      Retry.backoff(6, Duration.ofMillis(5))
          .maxBackoff(Duration.ofMillis(200))
          .filter(PostgresAtomic::metAnother)
          .onRetryExhaustedThrow((spec, signal) -> signal.failure());

  private final TransactionalOperator transaction;

  PostgresAtomic(TransactionalOperator transaction) {
    this.transaction = transaction;
  }

  @Override
  public <T> Mono<T> atomically(Mono<T> work) {
    return TransactionSynchronizationManager.forCurrentTransaction()
        .map(TransactionSynchronizationManager::isActualTransactionActive)
        .onErrorResume(NoTransactionException.class, none -> Mono.just(false))
        .flatMap(inside -> inside ? work : work.as(transaction::transactional).retryWhen(AGAIN));
  }

  private static boolean metAnother(@Nullable Throwable failure) {
    for (var cause = failure;
        cause != null && cause.getCause() != cause;
        cause = cause.getCause()) {
      if (cause instanceof R2dbcException database
          && database.getSqlState() != null
          && MET_ANOTHER.contains(database.getSqlState())) {
        return true;
      }
    }
    return false;
  }
}
