package io.slipway.orchestrator.run.postgres;

import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Commits whatever becomes of whoever asked: a client that hangs up must not leave a connection in
 * the middle of a transaction.
 */
record Commits(TransactionalOperator transaction) {

  <T> Mono<T> of(Mono<T> work) {
    var transactional = work.as(transaction::transactional);
    return Mono.deferContextual(
        context -> Mono.fromFuture(() -> transactional.contextWrite(context).toFuture(), true));
  }
}
