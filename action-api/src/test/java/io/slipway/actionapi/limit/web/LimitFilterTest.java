package io.slipway.actionapi.limit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.slipway.actionapi.limit.RequestLimits;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.caller.CallerResolver;
import io.slipway.chassis.problem.Refusal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class LimitFilterTest {
  private final AtomicInteger limited = new AtomicInteger();
  private final LimitFilter filter = filter(1);

  @Test
  void refusesTheSecondOfAnOrganizationAndNobodyElse() {
    assertPasses(exchange("/v1/actions", Caller.machine("org_a", "c")));

    var second = exchange("/v1/actions", Caller.machine("org_a", "another client"));
    StepVerifier.create(filter.filter(second, _ -> Mono.empty()))
        .expectErrorSatisfies(
            failure -> {
              assertThat(failure).isInstanceOf(Refusal.class);
              assertThat(((Refusal) failure).status()).isEqualTo(429);
              assertThat(((Refusal) failure).code()).isEqualTo("too_many_requests");
            })
        .verify();
    var headers = second.getResponse().getHeaders();
    assertThat(headers.getFirst("Retry-After")).isEqualTo("3600");
    assertThat(headers.getFirst("x-ratelimit-limit")).isEqualTo("1");
    assertThat(headers.getFirst("x-ratelimit-period")).isEqualTo("3600");
    assertThat(headers.getFirst("x-ratelimit-remaining")).isEqualTo("0");
    assertThat(headers.getFirst("x-ratelimit-reset")).isEqualTo("3600");
    assertThat(limited).hasValue(1);

    assertPasses(exchange("/v1/actions", Caller.machine("org_b", "c")));
    assertPasses(exchange("/v1/actions", serviceAccount("org_a", "e_1")));
    assertPasses(exchange("/v1/auth/access_token", null));
  }

  @Test
  void leavesOurOwnDoorsAlone() {
    for (int i = 0; i < 3; i++) {
      var exchange = exchange("/internal/audit", null);
      assertPasses(exchange);
      assertThat(exchange.getResponse().getHeaders().headerNames()).isEmpty();
    }
  }

  @Test
  void saysNothingWhenThereIsNoLimit() {
    var exchange = exchange("/v1/actions", Caller.machine("org_a", "c"));

    StepVerifier.create(filter(0).filter(exchange, _ -> Mono.empty())).verifyComplete();

    assertThat(exchange.getResponse().getHeaders().headerNames()).isEmpty();
  }

  private LimitFilter filter(long requests) {
    var limits = new RequestLimits(requests, Duration.ofHours(1), TimeMeter.SYSTEM_NANOTIME);
    return new LimitFilter(limits, limited::incrementAndGet);
  }

  private void assertPasses(MockServerWebExchange exchange) {
    StepVerifier.create(filter.filter(exchange, _ -> Mono.empty())).verifyComplete();
  }

  private static MockServerWebExchange exchange(String path, @Nullable Caller caller) {
    var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
    if (caller != null) {
      CallerResolver.authenticated(exchange, caller);
    }
    return exchange;
  }

  private static Caller serviceAccount(String organization, String id) {
    return new Caller(
        organization,
        id,
        Caller.Kind.SERVICE_ACCOUNT,
        "s@x.test",
        Set.of("Member"),
        Set.of(),
        "API",
        null);
  }
}
