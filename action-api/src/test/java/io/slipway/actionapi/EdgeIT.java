package io.slipway.actionapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.actionapi.house.EdgeUnderTest;
import org.junit.jupiter.api.Test;

/** The edge from the outside: organisations, tokens, definitions, invocations. */
class EdgeIT {
  private final EdgeUnderTest edge = EdgeUnderTest.edge();

  @Test
  void anInvocationIsAnsweredWithItsRunAndSaidOnce() {
    var tenant = edge.tenant();
    tenant.action("deploy", "");

    var answer =
        edge.post(
                "/v1/actions/deploy/runs", tenant.machine(), "{\"properties\":{\"name\":\"cart\"}}")
            .expect(202);

    var run = answer.json().path("run");
    assertThat(run.path("id").asString()).matches("r_[A-Za-z0-9]{16}");
    assertThat(run.path("status").asString()).isEqualTo("IN_PROGRESS");
    assertThat(run.path("source").asString()).isEqualTo("API");
    assertThat(run.path("createdBy").asString()).isEqualTo(tenant.text("clientId"));
    assertThat(answer.header("Location"))
        .isEqualTo("/v1/actions/runs/" + run.path("id").asString());
    try (var probe = edge.house.probe()) {
      var topic = edge.house.topics().actionInvoked();
      var heard = probe.awaitHeard(topic.name(), run.path("id").asString(), 1);
      assertThat(heard).hasSize(1);
      var event = edge.house.wire().decode(topic, heard.getFirst().value());
      assertThat(event.getOrganization()).isEqualTo(tenant.id());
      assertThat(event.getRawPropertiesJson()).isEqualTo("{\"name\":\"cart\"}");
      assertThat(heard.getFirst().headers()).containsKeys("ce_id", "ce_type", "traceparent");
    }
  }
}
