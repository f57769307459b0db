package io.slipway.orchestrator.run.postgres;

import reactor.core.publisher.Mono;

/** Finishes work whatever becomes of whoever asked: a client may hang up in the middle of it. */
final class Finished {
  private Finished() {}

  static <T> Mono<T> of(Mono<T> work) {
    return Mono.deferContextual(
        context -> Mono.fromFuture(() -> work.contextWrite(context).toFuture(), true));
  }
}
