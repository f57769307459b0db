package io.slipway.orchestrator.run.http;

import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.chassis.problem.Refusal;
import io.slipway.orchestrator.fixture.HandEdge;
import io.slipway.orchestrator.run.Invocation;
import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.Translation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asking the edge for an invocation. */
class EdgeInvocationsIT {
  private final HandEdge edge = new HandEdge();
  private final Invocation asked = aRun().called("r_0123456789abcdef").invocation();
  private final EdgeInvocations invocations = new EdgeInvocations(edge.doors(), new Words());

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void readsTheRecordThatTheEdgeKept() {
    var record = Base64.getEncoder().encodeToString("a record".getBytes(StandardCharsets.UTF_8));
    edge.answers(
        "/internal/invocations/r_0123456789abcdef",
        200,
        "{\"ok\":true,\"event\":{\"eventId\":\"e\",\"payload\":\"%s\"}}".formatted(record));

    assertThat(invocations.fetch("org_x", asked.runId()).block()).isEqualTo(asked);
  }

  @Test
  void hasNothingWhenTheEdgeKnowsNone() {
    assertThat(invocations.fetch("org_x", new RunId("r_0000000000000000")).block()).isNull();
  }

  @Test
  void doesNotTakeAnEdgeThatIsAwayForOneThatKnowsNothing() {
    edge.answers("/internal/invocations/r_0123456789abcdef", 503, "{\"ok\":false}");

    assertThatThrownBy(() -> invocations.fetch("org_x", asked.runId()).block())
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.status()).isEqualTo(503));
  }

  /** Knows one record. */
  private final class Words implements Translation {
    @Override
    public Invocation invocation(byte[] record) {
      assertThat(record).asString().isEqualTo("a record");
      return asked;
    }

    @Override
    public Verdict verdict(byte[] record) {
      throw new AssertionError("nobody asked for a verdict");
    }
  }
}
