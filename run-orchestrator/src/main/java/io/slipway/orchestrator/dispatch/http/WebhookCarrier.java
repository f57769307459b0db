package io.slipway.orchestrator.dispatch.http;

import io.slipway.chassis.outbound.OutboundHttp;
import io.slipway.orchestrator.dispatch.Call;
import io.slipway.orchestrator.dispatch.Carrier;
import io.slipway.orchestrator.dispatch.Delivery;
import io.slipway.orchestrator.dispatch.SignedHeaders;
import io.slipway.orchestrator.dispatch.SigningKeys;
import io.slipway.orchestrator.dispatch.WebhookAnswers;
import io.slipway.orchestrator.dispatch.WebhookRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Mono;

/**
 * Calls webhooks. Every attempt sends the same bytes with the same idempotency key, and a signature
 * of its own, since receivers refuse old ones.
 */
@Component
class WebhookCarrier implements Carrier {
  private static final int MOST_KEPT = 1024 * 1024;

  private final OutboundHttp outbound;
  private final SigningKeys keys;
  private final Clock clock;

  WebhookCarrier(OutboundHttp outbound, SigningKeys keys, Clock clock) {
    this.outbound = outbound;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public String method() {
    return WebhookRequest.METHOD;
  }

  @Override
  public Mono<Delivery> carry(Call call) {
    var request = WebhookRequest.of(call.request());
    return Mono.justOrEmpty(outbound.check(request.url()))
        .flatMap(uri -> send(call, request, uri))
        .defaultIfEmpty(WebhookAnswers.notAllowed(OutboundHttp.NOT_ALLOWED))
        .onErrorResume(failure -> Mono.just(unanswered(request, failure)));
  }

  private Mono<Delivery> send(Call call, WebhookRequest request, URI uri) {
    var body = request.content().getBytes(StandardCharsets.UTF_8);
    return keys.of(call.organization())
        .flatMap(
            key -> {
              var signed = SignedHeaders.of(request.content(), key, clock.instant());
              var sent =
                  outbound
                      .client()
                      .method(HttpMethod.valueOf(request.verb()))
                      .uri(uri)
                      .headers(headers -> fill(headers, call, request, signed));
              return (request.body() == null ? sent : sent.bodyValue(body))
                  .exchangeToMono(response -> answer(request, response))
                  .timeout(outbound.patience());
            });
  }

  private static void fill(
      HttpHeaders headers, Call call, WebhookRequest request, SignedHeaders signed) {
    headers.set(HttpHeaders.USER_AGENT, "slipway");
    if (request.body() != null) {
      headers.setContentType(MediaType.APPLICATION_JSON);
    }
    headers.set("Idempotency-Key", call.dispatchId());
    headers.set("webhook-id", call.dispatchId());
    request.headers().forEach(headers::set);
    headers.set("x-port-timestamp", signed.timestamp());
    headers.set("x-port-signature", signed.signature());
  }

  private static Mono<Delivery> answer(WebhookRequest request, ClientResponse response) {
    var wait =
        OutboundHttp.retryAfter(
            response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER));
    return DataBufferUtils.join(
            DataBufferUtils.takeUntilByteCount(response.bodyToFlux(DataBuffer.class), MOST_KEPT))
        .map(
            buffer -> {
              var text = buffer.toString(StandardCharsets.UTF_8);
              DataBufferUtils.release(buffer);
              return text;
            })
        .defaultIfEmpty("")
        .map(body -> WebhookAnswers.answered(request, response.statusCode().value(), body, wait));
  }

  private static Delivery unanswered(WebhookRequest request, Throwable failure) {
    if (OutboundHttp.isNotAllowed(failure)) {
      return WebhookAnswers.notAllowed(OutboundHttp.NOT_ALLOWED);
    }
    return WebhookAnswers.unanswered(request, Unanswered.reason(failure));
  }
}
