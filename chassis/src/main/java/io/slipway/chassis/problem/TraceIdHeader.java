package io.slipway.chassis.problem;

import io.slipway.chassis.trace.Traces;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Names the trace on every answer ({@code X-Trace-Id}), so that a report can be followed. */
public final class TraceIdHeader implements WebFilter, Ordered {
  private final Traces traces;

  public TraceIdHeader(Traces traces) {
    this.traces = traces;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 10;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return Mono.defer(
        () -> {
          var trace = traces.traceId();
          if (trace != null) {
            exchange.getResponse().getHeaders().set("X-Trace-Id", trace);
          }
          return chain.filter(exchange);
        });
  }
}
