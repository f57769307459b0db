package io.slipway.notifier.channel;

import reactor.core.publisher.Mono;

/** Posts to other systems. */
public interface Webhooks {

  /** One attempt; its failure is an answer, never an error. */
  Mono<Answer> send(Envelope envelope, Channel.Webhook webhook);
}
