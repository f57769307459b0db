package io.slipway.notifier.channel.http;

import io.slipway.chassis.outbound.OutboundHttp;
import io.slipway.notifier.channel.Answer;
import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Envelope;
import io.slipway.notifier.channel.WebhookSignature;
import io.slipway.notifier.channel.Webhooks;
import java.net.URI;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Mono;

/** Posts signed bodies. */
@Component
class HttpWebhooks implements Webhooks {
  private static final int GONE = 410;

  private final OutboundHttp outbound;
  private final SigningKeys keys;
  private final Clock clock;

  HttpWebhooks(OutboundHttp outbound, SigningKeys keys, Clock clock) {
    this.outbound = outbound;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Mono<Answer> send(Envelope envelope, Channel.Webhook webhook) {
    return Mono.justOrEmpty(outbound.check(webhook.url()))
        .flatMap(
            uri ->
                keys.of(envelope.organization())
                    .flatMap(key -> post(uri, key, envelope, webhook.body())))
        .defaultIfEmpty(notAllowed())
        .onErrorResume(failure -> Mono.just(answer(failure)));
  }

  private Mono<Answer> post(URI uri, String key, Envelope envelope, String body) {
    var signed = WebhookSignature.of(key, clock.instant(), body);
    return outbound
        .client()
        .post()
        .uri(uri)
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.USER_AGENT, "slipway")
        .header("x-port-timestamp", signed.timestamp())
        .header("x-port-signature", signed.signature())
        .header("webhook-id", envelope.id())
        .bodyValue(body)
        .exchangeToMono(response -> response.releaseBody().thenReturn(answer(response)))
        .timeout(outbound.patience());
  }

  private static Answer answer(ClientResponse response) {
    var status = response.statusCode();
    if (status.is2xxSuccessful()) {
      return new Answer.Accepted();
    }
    return status.value() == GONE
        ? new Answer.Refused("the receiver says that it is gone")
        : new Answer.Failed(
            "the receiver answered " + status.value(),
            OutboundHttp.retryAfter(
                response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER)));
  }

  private static Answer answer(Throwable failure) {
    if (OutboundHttp.isNotAllowed(failure)) {
      return notAllowed();
    }
    return new Answer.Failed("no answer: " + failure.getClass().getSimpleName());
  }

  private static Answer notAllowed() {
    return new Answer.Refused(OutboundHttp.NOT_ALLOWED);
  }
}
