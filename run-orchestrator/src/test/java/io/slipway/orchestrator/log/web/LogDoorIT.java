package io.slipway.orchestrator.log.web;

import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import io.slipway.orchestrator.fixture.Orchestrator;
import io.slipway.orchestrator.run.BeginRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The notifier's lines in the log of a run. */
@ExtendWith(Orchestrator.Stopping.class)
class LogDoorIT {
  private static final Orchestrator SERVICE = Orchestrator.shared();

  private final String organization = SERVICE.house().organization();
  private String run;

  @BeforeEach
  void begun() {
    var asked = aRun().in(organization).invocation();
    SERVICE.bean(BeginRun.class).begin(asked).block();
    run = asked.runId().value();
  }

  @Test
  void aLineIsWrittenOnceHoweverOftenItIsSaid() {
    write("notifier", run, "d1", "not told").expectStatus().isOk();
    write("notifier", run, "d1", "not told").expectStatus().isOk();
    write("notifier", run, "d2", "not told either").expectStatus().isOk();

    assertThat(lines()).isEqualTo(2);
  }

  @Test
  void onlyTheNotifierWritesAndOnlyAboutRunsThatThereAre() {
    write("catalog-service", run, "d1", "x").expectStatus().isForbidden();
    write("notifier", "r_0000000000000000", "d1", "x").expectStatus().isNotFound();

    assertThat(lines()).isZero();
  }

  private ResponseSpec write(String service, String run, String id, String message) {
    return SERVICE
        .asService(organization, service)
        .post()
        .uri("/internal/runs/{run}/log", run)
        .bodyValue(Json.text(Json.object().put("id", id).put("message", message)))
        .exchange();
  }

  private long lines() {
    return SERVICE.count(
        "select count(*) from run_said where run_id = $1 and body like '%not told%'", run);
  }
}
