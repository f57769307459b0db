package io.slipway.approvals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slipway.chassis.fixture.OperationsPage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ApprovalMetersTest {

  @Test
  void areOnThePageForOperators() {
    var registry = new SimpleMeterRegistry();
    var meters = new ApprovalMeters(registry);

    meters.approval("asked");
    meters.vote("approve", "counted");
    meters.waited("approved", Duration.ofSeconds(1));
    meters.droppedOfErased();

    OperationsPage.lists("meters of approval-service", ApprovalMeters.class, registry);
  }
}
