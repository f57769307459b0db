package io.slipway.approvals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Every metric of this service. */
public final class ApprovalMeters {
  private final MeterRegistry registry;

  public ApprovalMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  public void approval(String outcome) {
    Counter.builder("slipway.approvals")
        .description("Approvals that were asked for, by where they got to")
        .tag("outcome", outcome)
        .register(registry)
        .increment();
  }

  public void vote(String verdict, String reply) {
    Counter.builder("slipway.votes")
        .description("Votes that were handed in, by what was said and what was answered")
        .tags("verdict", verdict, "reply", reply)
        .register(registry)
        .increment();
  }

  public void waited(String decision, Duration time) {
    Timer.builder("slipway.approval.wait")
        .description("How long people took, from the question to its decision")
        .tag("decision", decision)
        .register(registry)
        .record(time.isNegative() ? Duration.ZERO : time);
  }

  public void droppedOfErased() {
    Counter.builder("slipway.dropped")
        .description("What was heard of organisations that were erased")
        .tag("reason", "erased_organization")
        .register(registry)
        .increment();
  }
}
