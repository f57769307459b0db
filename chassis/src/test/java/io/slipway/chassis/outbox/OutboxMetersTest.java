package io.slipway.chassis.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.slipway.chassis.fixture.OperationsPage;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

class OutboxMetersTest {
  private static final DatabaseClient NOWHERE =
      DatabaseClient.create(
          ConnectionFactories.get("r2dbc:postgresql://nobody:none@127.0.0.1:1/none"));

  @Test
  void areOnThePageForOperators() {
    var registry = new SimpleMeterRegistry();
    var meters = new OutboxMeters(registry, NOWHERE);

    for (var lane : Lane.values()) {
      meters.published(lane, 1);
      meters.stumbled(lane);
    }

    OperationsPage.lists("meters of every outbox", OutboxMeters.class, registry);
    meters.close();
  }
}
