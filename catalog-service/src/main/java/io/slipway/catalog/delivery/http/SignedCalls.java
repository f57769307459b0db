package io.slipway.catalog.delivery.http;

import io.slipway.catalog.delivery.Calls;
import io.slipway.catalog.delivery.Delivery;
import io.slipway.chassis.outbound.OutboundHttp;
import io.slipway.chassis.outbound.OutboundSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Posts signed records. */
@Component
@EnableConfigurationProperties(OutboundSettings.class)
class SignedCalls implements Calls {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int GONE = 410;

  private final OutboundHttp outbound;
  private final SigningKeys keys;
  private final Clock clock;

  SignedCalls(OutboundSettings settings, SigningKeys keys, Clock clock) {
    this.outbound = new OutboundHttp(settings);
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Mono<Answer> post(Delivery delivery) {
    return Mono.justOrEmpty(outbound.check(delivery.url()))
        .flatMap(uri -> keys.of(delivery.organization()).flatMap(key -> post(uri, key, delivery)))
        .defaultIfEmpty(
            new Answer.Never(
                "the address may not be called; slipway.outbound.allow-private allows private ones"));
  }

  private Mono<Answer> post(URI uri, String key, Delivery delivery) {
    var timestamp = Long.toString(clock.instant().getEpochSecond());
    return outbound
        .client()
        .post()
        .uri(uri)
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.USER_AGENT, "slipway")
        .header("x-port-timestamp", timestamp)
        .header("x-port-signature", signature(key, timestamp + "." + delivery.body()))
        .header("webhook-id", delivery.eventId())
        .bodyValue(delivery.body())
        .exchangeToMono(
            response -> response.releaseBody().thenReturn(answer(response.statusCode())))
        .timeout(outbound.patience());
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
