package io.slipway.actionapi;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slipway.chassis.fixture.OperationsPage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EdgeMetersTest {

  @Test
  void areOnThePageForOperators() {
    var registry = new SimpleMeterRegistry();
    var meters = new EdgeMeters(registry);

    meters.invoked("api", "accepted");
    meters.forwarded("catalog-service", "answered", Duration.ofMillis(1));

    OperationsPage.lists("meters of action-api", EdgeMeters.class, registry);
  }
}
