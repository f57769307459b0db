package io.slipway.chassis.doors;

import io.slipway.chassis.caller.CallerResolver;
import io.slipway.chassis.problem.Refusal;
import java.util.function.Predicate;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets nobody in without a door token. An owner guards all its paths with it; the edge, whose other
 * paths are public, guards {@code /internal} only.
 */
public final class DoorFilter implements WebFilter, Ordered {
  private static final String BEARER = "Bearer ";

  private final DoorTokens tokens;
  private final Predicate<String> guarded;

  public DoorFilter(DoorTokens tokens, Predicate<String> guarded) {
    this.tokens = tokens;
    this.guarded = guarded;
  }

  @Override
  public int getOrder() {
    return 0;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!guarded.test(exchange.getRequest().getPath().value())) {
      return chain.filter(exchange);
    }
    return Mono.defer(
        () -> {
          var header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
          if (header == null || !header.startsWith(BEARER)) {
            throw Refusal.unauthorized("This route is open to Slipway's own services only");
          }
          var opened = tokens.open(header.substring(BEARER.length()));
          exchange.getAttributes().put(DoorTokens.Opened.class.getName(), opened);
          CallerResolver.authenticated(exchange, opened.caller());
          return chain.filter(exchange);
        });
  }

  /** Which service signed the token of this request. */
  public static String issuer(ServerWebExchange exchange) {
    if (exchange.getAttribute(DoorTokens.Opened.class.getName())
        instanceof DoorTokens.Opened opened) {
      return opened.issuer();
    }
    throw Refusal.unauthorized("A token is required");
  }
}
