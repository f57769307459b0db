package io.slipway.actionapi;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.slipway.actionapi.invocation.InvocationMeters;
import io.slipway.actionapi.limit.LimitMeters;
import io.slipway.actionapi.routing.ForwardMeters;
import java.time.Duration;

/** Every metric that the edge publishes, besides those of the chassis. */
final class EdgeMeters implements InvocationMeters, ForwardMeters, LimitMeters {
  private final MeterRegistry registry;

  EdgeMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** {@code slipway.invocations}: how many were asked for, by what began them and the answer. */
  @Override
  public void invoked(String trigger, String reply) {
    Counter.builder("slipway.invocations")
        .description("Invocations asked for, by what began them and how they were answered")
        .tags("trigger", trigger, "reply", reply)
        .register(registry)
        .increment();
  }

  /** {@code slipway.edge.forwarded}: how long the owner behind a route took, and its outcome. */
  @Override
  public void forwarded(String owner, String outcome, Duration took) {
    Timer.builder("slipway.edge.forwarded")
        .description("Requests handed to an owner, until its answer began")
        .tags("owner", owner, "outcome", outcome)
        .publishPercentileHistogram()
        .register(registry)
        .record(took);
  }

  /** {@code slipway.edge.limited}: how many were answered with 429. */
  @Override
  public void limited() {
    Counter.builder("slipway.edge.limited")
        .description("Requests that came too soon and were answered with 429")
        .register(registry)
        .increment();
  }
}
