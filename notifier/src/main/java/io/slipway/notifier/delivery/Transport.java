package io.slipway.notifier.delivery;

import io.slipway.notifier.channel.Answer;
import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Envelope;
import io.slipway.notifier.channel.Mailer;
import io.slipway.notifier.channel.Webhooks;
import reactor.core.publisher.Mono;

/** Sends a claimed delivery through its channel. */
public final class Transport {
  private final Mailer mailer;
  private final Webhooks webhooks;

  public Transport(Mailer mailer, Webhooks webhooks) {
    this.mailer = mailer;
    this.webhooks = webhooks;
  }

  /** One attempt. */
  public Mono<Answer> send(Claim claim) {
    var delivery = claim.delivery();
    var envelope =
        new Envelope(delivery.id(), delivery.organization(), delivery.runId(), claim.createdAt());
    return switch (delivery.channel()) {
      case Channel.Email email -> mailer.send(envelope, email);
      case Channel.Webhook webhook -> webhooks.send(envelope, webhook);
    };
  }
}
