package io.slipway.notifier.channel;

import reactor.core.publisher.Mono;

/** Sends e-mail. */
public interface Mailer {

  /** One attempt; its failure is an answer, never an error. */
  Mono<Answer> send(Envelope envelope, Channel.Email email);
}
