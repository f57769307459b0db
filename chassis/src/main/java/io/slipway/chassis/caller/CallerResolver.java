package io.slipway.chassis.caller;

import io.slipway.chassis.problem.Refusal;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands the {@link Caller} that a filter has authenticated to the controllers that ask for it. */
public final class CallerResolver implements HandlerMethodArgumentResolver {
  private static final String ATTRIBUTE = Caller.class.getName();

  /** Remembers who was authenticated; called by the filter that did it. */
  public static void authenticated(ServerWebExchange exchange, Caller caller) {
    exchange.getAttributes().put(ATTRIBUTE, caller);
  }

  /**
   * Who was authenticated.
   *
   * @throws Refusal 401 when nobody was
   */
  public static Caller of(ServerWebExchange exchange) {
    if (exchange.getAttribute(ATTRIBUTE) instanceof Caller caller) {
      return caller;
    }
    throw Refusal.unauthorized("A token is required");
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
    return Mono.fromSupplier(() -> of(exchange));
  }
}
