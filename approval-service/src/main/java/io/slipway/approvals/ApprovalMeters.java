package io.slipway.approvals;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Every metric of this service. */
public final class ApprovalMeters {
  private final MeterRegistry registry;

  public ApprovalMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** {@code slipway.approvals}: approvals that were asked for, by where they got to. */
  public void approval(String outcome) {
    registry.counter("slipway.approvals", "outcome", outcome).increment();
  }

  /** {@code slipway.votes}: votes that were handed in, by what was said and answered. */
  public void vote(String verdict, String reply) {
    registry.counter("slipway.votes", "verdict", verdict, "reply", reply).increment();
  }

  /** {@code slipway.approval.wait}: how long people took to decide. */
  public void waited(String decision, Duration time) {
    Timer.builder("slipway.approval.wait")
        .description("From the question to its decision")
        .tag("decision", decision)
        .register(registry)
        .record(time.isNegative() ? Duration.ZERO : time);
  }

  /** {@code slipway.dropped}: what was heard of organisations that were erased. */
  public void droppedOfErased() {
    registry.counter("slipway.dropped", "reason", "erased_organization").increment();
  }
}
