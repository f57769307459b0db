package io.slipway.actionapi.routing.web;

import io.slipway.actionapi.routing.Paths;
import io.slipway.chassis.problem.Refusal;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives every path its one spelling, before anything looks at it. */
@Component
class PathFilter implements WebFilter, Ordered {

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 20;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var raw = exchange.getRequest().getPath().value();
    var path = Paths.canonical(raw);
    if (path.isEmpty()) {
      return Mono.error(Refusal.of(404, "not_found", "Route " + raw + " was not found"));
    }
    return path.get().equals(raw)
        ? chain.filter(exchange)
        : chain.filter(exchange.mutate().request(request -> request.path(path.get())).build());
  }
}
