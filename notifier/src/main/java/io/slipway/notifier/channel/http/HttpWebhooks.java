package io.slipway.notifier.channel.http;

import io.slipway.notifier.channel.Answer;
import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Envelope;
import io.slipway.notifier.channel.WebhookSignature;
import io.slipway.notifier.channel.Webhooks;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Posts signed bodies. Redirects are not followed: they lead where nobody allowed us to go. */
@Component
@EnableConfigurationProperties(OutboundSettings.class)
class HttpWebhooks implements Webhooks {
  private static final int GONE = 410;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final WebClient http;
  private final OutboundAddresses addresses;
  private final SigningKeys keys;
  private final Clock clock;
  private final Duration patience;

  HttpWebhooks(OutboundSettings settings, SigningKeys keys, Clock clock) {
    this.addresses = OutboundAddresses.of(settings);
    this.keys = keys;
    this.clock = clock;
    this.patience = settings.connect().plus(settings.read());
    var client =
        HttpClientSettings.defaults()
            .withRedirects(HttpRedirects.DONT_FOLLOW)
            .withTimeouts(settings.connect(), settings.read())
            .withInetAddressFilter(addresses.filter());
    this.http =
        WebClient.builder()
            .clientConnector(ClientHttpConnectorBuilder.reactor().build(client))
            .build();
  }

  @Override
  public Mono<Answer> send(Envelope envelope, Channel.Webhook webhook) {
    return Mono.justOrEmpty(addresses.check(webhook.url()))
        .flatMap(
            uri ->
                keys.of(envelope.organization())
                    .flatMap(key -> post(uri, key, envelope, webhook.body())))
        .defaultIfEmpty(notAllowed())
        .onErrorResume(failure -> Mono.just(answer(failure)));
  }

  private Mono<Answer> post(URI uri, String key, Envelope envelope, String body) {
    var signed = WebhookSignature.of(key, clock.instant(), body);
    return http.post()
        .uri(uri)
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.USER_AGENT, "slipway")
        .header("x-port-timestamp", signed.timestamp())
        .header("x-port-signature", signed.signature())
        .header("webhook-id", envelope.id())
        .bodyValue(body)
        .exchangeToMono(response -> response.releaseBody().thenReturn(answer(response)))
        .timeout(patience);
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
            retryAfter(response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER)));
  }

  private static @Nullable Duration retryAfter(@Nullable String seconds) {
    if (seconds == null || !seconds.matches("[0-9]{1,6}")) {
      return null;
    }
    var wait = Duration.ofSeconds(Long.parseLong(seconds));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static Answer answer(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FilteredHostException) {
        return notAllowed();
      }
    }
    return new Answer.Failed("no answer: " + failure.getClass().getSimpleName());
  }

  private static Answer notAllowed() {
    return new Answer.Refused(
        "the address is inside a private network; slipway.outbound.allow-private would allow it");
  }
}
