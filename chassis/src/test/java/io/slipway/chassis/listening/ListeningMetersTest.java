package io.slipway.chassis.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slipway.chassis.fixture.OperationsPage;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ListeningMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ListeningMeters meters = new ListeningMeters(registry);

  @Test
  void areOnThePageForOperators() {
    var one = new Heard(List.of("slipway.thing.v1"), null);
    var message = message("slipway.thing.v1");

    meters.handled(one, message);
    meters.retried(one, message);
    meters.dead(one, message);
    meters.refused(one);

    OperationsPage.lists("meters of every listener", ListeningMeters.class, registry);
  }

  @Test
  void noOrganisationIsEverATag() {
    meters.handled(new Heard(List.of(), Pattern.compile(".*")), message("org_1.reports"));

    assertThat(registry.get("slipway.messages.handled").counter().getId().getTag("topic"))
        .isEqualTo("organization");
  }

  private static Message message(String topic) {
    return new Message(topic, 0, 0, "key", "event", Map.of(), new byte[0]);
  }

  private record Heard(List<String> topics, @Nullable Pattern pattern) implements Subscription {
    @Override
    public Mono<Void> on(Message message) {
      return Mono.empty();
    }
  }
}
