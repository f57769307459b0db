package io.slipway.actionapi.limit.web;

import io.slipway.actionapi.limit.LimitMeters;
import io.slipway.actionapi.limit.RequestLimits;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.caller.CallerResolver;
import io.slipway.chassis.problem.Refusal;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts every request under {@code /v1} and {@code /api} for its organisation, a service account's
 * for itself, and one without a token for the address it comes from. All four headers are whole
 * numbers, and the reset is in seconds from now, because clients sleep that long.
 */
@Component
class LimitFilter implements WebFilter, Ordered {
  private final RequestLimits limits;
  private final LimitMeters meters;

  LimitFilter(RequestLimits limits, LimitMeters meters) {
    this.limits = limits;
    this.meters = meters;
  }

  @Override
  public int getOrder() {
    return 15; // after it is known who asks, before a body is read
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var path = exchange.getRequest().getPath().value();
    if (!limits.isOn() || !(path.startsWith("/v1") || path.startsWith("/api"))) {
      return chain.filter(exchange);
    }
    var turn = limits.take(whom(exchange));
    var headers = exchange.getResponse().getHeaders();
    headers.set("x-ratelimit-limit", Long.toString(turn.limit()));
    headers.set("x-ratelimit-period", Long.toString(turn.period()));
    headers.set("x-ratelimit-remaining", Long.toString(turn.remaining()));
    headers.set("x-ratelimit-reset", Long.toString(turn.reset()));
    if (turn.allowed()) {
      return chain.filter(exchange);
    }
    meters.limited();
    headers.set("Retry-After", Long.toString(turn.retry()));
    return Mono.error(
        Refusal.of(
            429,
            "too_many_requests",
            "More than %d requests in %d s; there is another one in %d s"
                .formatted(turn.limit(), turn.period(), turn.retry())));
  }

  private static String whom(ServerWebExchange exchange) {
    try {
      var caller = CallerResolver.of(exchange);
      return caller.kind() == Caller.Kind.SERVICE_ACCOUNT
          ? caller.organization() + "/" + caller.principal()
          : caller.organization();
    } catch (Refusal nobody) { // an open path; a refusal carries no stack trace and costs little
      var from = exchange.getRequest().getRemoteAddress();
      return "address/" + (from == null ? "unknown" : from.getHostString());
    }
  }
}
