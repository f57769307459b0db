package io.slipway.catalog.delivery.http;

import io.slipway.catalog.delivery.Calls;
import io.slipway.catalog.delivery.Delivery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Posts signed records. Redirects are not followed: they lead where nobody allowed us to go. */
@Component
@EnableConfigurationProperties(OutboundSettings.class)
class SignedCalls implements Calls {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int GONE = 410;

  private final WebClient http;
  private final OutboundAddresses addresses;
  private final SigningKeys keys;
  private final Clock clock;
  private final Duration patience;

  SignedCalls(OutboundSettings settings, SigningKeys keys, Clock clock) {
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
  public Mono<Answer> post(Delivery delivery) {
    return Mono.justOrEmpty(addresses.check(delivery.url()))
        .flatMap(uri -> keys.of(delivery.organization()).flatMap(key -> post(uri, key, delivery)))
        .defaultIfEmpty(
            new Answer.Never(
                "the address may not be called; slipway.outbound.allow-private allows private ones"));
  }

  private Mono<Answer> post(URI uri, String key, Delivery delivery) {
    var timestamp = Long.toString(clock.instant().getEpochSecond());
    return http.post()
        .uri(uri)
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.USER_AGENT, "slipway")
        .header("x-port-timestamp", timestamp)
        .header("x-port-signature", signature(key, timestamp + "." + delivery.body()))
        .header("webhook-id", delivery.eventId())
        .bodyValue(delivery.body())
        .exchangeToMono(
            response -> response.releaseBody().thenReturn(answer(response.statusCode())))
        .timeout(patience);
  }

  private static Answer answer(HttpStatusCode status) {
    if (status.is2xxSuccessful()) {
      return new Answer.Taken();
    }
    return status.value() == GONE
        ? new Answer.Never("the receiver says that it is gone")
        : new Answer.NotNow("the receiver answered " + status.value());
  }

  /** HMAC-SHA256 over the time, a dot and the body, as agents and receivers verify it. */
  static String signature(String key, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      var bytes = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }
}
