package io.slipway.actionapi.access.web;

import io.slipway.actionapi.access.Authenticate;
import io.slipway.chassis.caller.CallerResolver;
import io.slipway.chassis.problem.Refusal;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Nobody gets under {@code /v1} or {@code /api} without a token, but for the few paths at which
 * tokens are had.
 */
@Component
class AuthenticationFilter implements WebFilter, Ordered {
  private static final Set<String> OPEN =
      Set.of("/v1/auth/access_token", "/v1/health", "/api/sign-in");

  private final Authenticate authenticate;

  AuthenticationFilter(Authenticate authenticate) {
    this.authenticate = authenticate;
  }

  @Override
  public int getOrder() {
    return 10; // after the path has one spelling
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var path = exchange.getRequest().getPath().value();
    if (OPEN.contains(path) || !(path.startsWith("/v1") || path.startsWith("/api"))) {
      return chain.filter(exchange);
    }
    return authenticate
        .handle(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
        .switchIfEmpty(
            Mono.error(
                () ->
                    Refusal.unauthorized("The token is missing, not valid, or not valid any more")))
        .flatMap(
            caller -> {
              CallerResolver.authenticated(exchange, caller);
              return chain.filter(exchange);
            });
  }
}
