package io.slipway.orchestrator.dispatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.orchestrator.dispatch.SigningKey;
import io.slipway.orchestrator.fixture.HandEdge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asking the edge for signing keys. */
class EdgeSigningKeysIT {
  private static final String PATH = "/internal/secrets/signing-key";

  private final HandEdge edge = new HandEdge();
  private final EdgeSigningKeys keys = new EdgeSigningKeys(edge.doors());

  @AfterEach
  void close() {
    edge.close();
  }

  @Test
  void asksOnceForAKeyThatManyNeed() {
    edge.answers(PATH, 200, "{\"ok\":true,\"key\":\"the secret\"}");

    for (int i = 0; i < 10; i++) {
      assertThat(keys.of("org_x").block()).isEqualTo(new SigningKey("the secret"));
    }

    assertThat(edge.timesAsked()).isEqualTo(1);
  }

  @Test
  void asksForEachOrganizationByItself() {
    edge.answers(PATH, 200, "{\"ok\":true,\"key\":\"the secret\"}");

    keys.of("org_x").block();
    keys.of("org_y").block();

    assertThat(edge.timesAsked()).isEqualTo(2);
  }

  @Test
  void saysThatAKeyCannotBeHadWithoutAskingForEveryRun() {
    edge.answers(PATH, 503, "{\"ok\":false}");

    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> keys.of("org_x").block()).isInstanceOf(RuntimeException.class);
    }

    assertThat(edge.timesAsked()).isLessThan(10);
  }
}
