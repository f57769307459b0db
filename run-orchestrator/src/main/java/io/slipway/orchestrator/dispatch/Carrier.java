package io.slipway.orchestrator.dispatch;

import reactor.core.publisher.Mono;

/** Makes the calls of one invocation method. */
public interface Carrier {

  /** The type of the invocation method. */
  String method();

  /** Makes one attempt; an error counts as an attempt that nobody answered. */
  Mono<Delivery> carry(Call call);
}
