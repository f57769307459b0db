package io.slipway.notifier;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.slipway.chassis.fixture.OperationsPage;
import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.delivery.Verdict;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

class NotifierMetersTest {
  private static final DatabaseClient NOWHERE =
      DatabaseClient.create(
          ConnectionFactories.get("r2dbc:postgresql://nobody:none@127.0.0.1:1/none"));

  @Test
  void areOnThePageForOperators() {
    var registry = new SimpleMeterRegistry();
    try (var meters = new NotifierMeters(registry, NOWHERE)) {
      meters.made(Channel.Kind.EMAIL, new Verdict.Delivered());
    }

    OperationsPage.lists("meters of notifier", NotifierMeters.class, registry);
  }
}
