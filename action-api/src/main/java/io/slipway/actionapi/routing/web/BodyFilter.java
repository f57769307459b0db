package io.slipway.actionapi.routing.web;

import io.slipway.chassis.problem.Refusal;
import java.io.ByteArrayOutputStream;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the body, which may have exactly one mebibyte. A larger one is read to its end, within
 * reason, and thrown away: a client that is answered while it still sends would see a broken
 * connection and not the answer.
 */
@Component
class BodyFilter implements WebFilter, Ordered {
  private static final int MOST = 1024 * 1024;
  private static final int MOST_THROWN_AWAY = 16 * 1024 * 1024;
  private static final String BYTES = BodyFilter.class.getName();

  @Override
  public int getOrder() {
    return 20; // after authentication: a stranger's body is not worth reading
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var request = exchange.getRequest();
    var path = request.getPath().value();
    if (path.startsWith("/internal") || !hasBody(request)) {
      return chain.filter(exchange);
    }
    if (request.getHeaders().getContentLength() > MOST_THROWN_AWAY) {
      return Mono.error(tooLarge());
    }
    return read(request.getBody())
        .flatMap(
            bytes -> {
              exchange.getAttributes().put(BYTES, bytes);
              return chain.filter(exchange.mutate().request(again(exchange, bytes)).build());
            });
  }

  /** The body that was read; empty when there is none. */
  static byte[] bytes(ServerWebExchange exchange) {
    return exchange.getAttribute(BYTES) instanceof byte[] bytes ? bytes : new byte[0];
  }

  private static boolean hasBody(ServerHttpRequest request) {
    return request.getHeaders().getContentLength() > 0
        || request.getHeaders().getFirst(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  private static Mono<byte[]> read(Flux<DataBuffer> body) {
    return Mono.defer(
        () -> {
          var kept = new ByteArrayOutputStream();
          var size = new long[1];
          return body.doOnNext(buffer -> take(buffer, kept, size))
              .then(
                  Mono.fromCallable(
                      () -> {
                        if (size[0] > MOST) {
                          throw tooLarge();
                        }
                        return kept.toByteArray();
                      }));
        });
  }

  private static void take(DataBuffer buffer, ByteArrayOutputStream kept, long[] size) {
    size[0] += buffer.readableByteCount();
    if (size[0] <= MOST) {
      var bytes = new byte[buffer.readableByteCount()];
      buffer.read(bytes);
      kept.writeBytes(bytes);
    }
    DataBufferUtils.release(buffer);
    if (size[0] > MOST_THROWN_AWAY) {
      throw tooLarge();
    }
  }

  private static Refusal tooLarge() {
    return Refusal.of(413, "payload_too_large", "The request body is larger than 1 MiB");
  }

  private static ServerHttpRequest again(ServerWebExchange exchange, byte[] bytes) {
    var factory = exchange.getResponse().bufferFactory();
    return new ServerHttpRequestDecorator(exchange.getRequest()) {
      @Override
      public Flux<DataBuffer> getBody() {
        return bytes.length == 0 ? Flux.empty() : Flux.defer(() -> Flux.just(factory.wrap(bytes)));
      }
    };
  }
}
