package io.slipway.actionapi.routing.web;

import io.netty.channel.ChannelOption;
import io.slipway.actionapi.routing.ForwardMeters;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.DoorSettings;
import io.slipway.chassis.doors.DoorTokens;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.problem.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Hands a request to the owner and its answer back as it comes. The client's token stays here: the
 * owner gets one of ours. When the client goes, the request to the owner ends; when the owner is
 * away, the client is told to try again.
 */
@Component
class Forwarder {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
  private static final int CONNECT_MILLIS = 2_000;
  private static final int MOST_CALLS = 256;
  private static final int MOST_STREAMS = 10_000;

  /** {@code traceparent} is not among them: the client adds the one of this trace itself. */
  private static final List<String> PASSED_ON =
      List.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.ACCEPT,
          HttpHeaders.USER_AGENT,
          HttpHeaders.IF_MATCH,
          HttpHeaders.IF_NONE_MATCH,
          "Idempotency-Key",
          "Last-Event-ID",
          "X-Port-Reserved-Usage");

  private static final Set<String> OF_ONE_HOP =
      Set.of("connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade");

  private final WebClient calls;
  private final WebClient streams;
  private final DoorSettings owners;
  private final DoorTokens tokens;
  private final ForwardMeters meters;

  Forwarder(WebClient.Builder http, DoorSettings owners, DoorTokens tokens, ForwardMeters meters) {
    this.calls = http.clone().clientConnector(connector("owners", MOST_CALLS)).build();
    this.streams = http.clone().clientConnector(connector("streams", MOST_STREAMS)).build();
    this.owners = owners;
    this.tokens = tokens;
    this.meters = meters;
  }

  private static ReactorClientHttpConnector connector(String name, int most) {
    var connections =
        ConnectionProvider.builder(name)
            .maxConnections(most)
            .pendingAcquireMaxCount(4 * most)
            .pendingAcquireTimeout(Duration.ofSeconds(5))
            .maxIdleTime(Duration.ofSeconds(30))
            .build();
    return new ReactorClientHttpConnector(
        HttpClient.create(connections)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .responseTimeout(LONGEST_SILENCE));
  }

  /**
   * Forwards.
   *
   * @return an error of 503 when the owner is away, before anything was answered
   */
  Mono<Void> forward(ServerWebExchange exchange, Caller caller, Service owner) {
    long began = System.nanoTime();
    return request(exchange, caller, owner)
        .exchangeToMono(
            answer -> {
              meters.forwarded(owner.id(), outcome(answer), since(began));
              return pass(answer, exchange, owner);
            })
        .onErrorMap(
            WebClientRequestException.class,
            failure -> {
              meters.forwarded(owner.id(), "away", since(began));
              return away(owner);
            });
  }

  private WebClient.RequestHeadersSpec<?> request(
      ServerWebExchange exchange, Caller caller, Service owner) {
    var request = exchange.getRequest();
    var path = request.getPath().value();
    var query = request.getURI().getRawQuery();
    var target = URI.create(owners.of(owner) + path + (query == null ? "" : "?" + query));
    var http = path.endsWith("/stream") ? streams : calls;
    var forwarded =
        http.method(request.getMethod())
            .uri(target)
            .headers(
                headers -> {
                  for (var name : PASSED_ON) {
                    var values = request.getHeaders().get(name);
                    if (values != null) {
                      headers.put(name, values);
                    }
                  }
                  headers.setBearerAuth(tokens.issue(owner, caller));
                });
    var body = BodyFilter.bytes(exchange);
    if (body.length == 0) {
      return forwarded;
    }
    if (request.getHeaders().getContentType() == null) {
      forwarded.contentType(MediaType.APPLICATION_JSON);
    }
    return forwarded.bodyValue(body);
  }

  private static Mono<Void> pass(ClientResponse answer, ServerWebExchange exchange, Service owner) {
    int status = answer.statusCode().value();
    if (status == 502 || status == 503 || status == 504) {
      return answer.releaseBody().then(Mono.error(away(owner)));
    }
    var response = exchange.getResponse();
    response.setStatusCode(answer.statusCode());
    answer
        .headers()
        .asHttpHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_ONE_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                response.getHeaders().put(name, values);
              }
            });
    var body = answer.bodyToFlux(org.springframework.core.io.buffer.DataBuffer.class);
    return response.writeAndFlushWith(body.map(Flux::just));
  }

  private static Refusal away(Service owner) {
    return Refusal.unavailable(owner.id() + " is away; try again in a moment");
  }

  private static String outcome(ClientResponse answer) {
    return answer.statusCode().value() / 100 + "xx";
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
