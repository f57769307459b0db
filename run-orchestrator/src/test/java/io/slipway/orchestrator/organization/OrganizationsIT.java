package io.slipway.orchestrator.organization;

import static io.slipway.orchestrator.fixture.Orchestrator.machine;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.orchestrator.fixture.Orchestrator;
import io.slipway.orchestrator.run.BeginRun;
import io.slipway.orchestrator.run.RunId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This service's part of making and erasing organizations. */
@ExtendWith(Orchestrator.Stopping.class)
class OrganizationsIT {
  private static final Orchestrator SERVICE = Orchestrator.shared();

  private final String organization = SERVICE.house().organization();

  @Test
  void makesOneAsOftenAsItIsAsked() {
    make().expectStatus().isOk();
    make().expectStatus().isOk();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from run where organization = $1",
        "select count(*) from dispatch where organization = $1",
        "select count(*) from audit where organization = $1",
        "select count(*) from outbox where topic = $1 || '.runs'",
        "select count(*) from invocation where snapshot like '%' || $1 || '%'",
        "select count(*) from run_said where body like '%' || $1 || '%'"
      })
  void erasesAllThatIsItsOwn(String rows) {
    begun("{\"tag\":\"%s\"}".formatted(organization));
    assertThat(SERVICE.count(rows, organization)).isPositive();
    var other = SERVICE.house().organization();
    var spared = aRun().in(other).invocation();
    assertThat(SERVICE.bean(BeginRun.class).begin(spared).block()).isTrue();

    erase().expectStatus().isOk();
    erase().expectStatus().isOk();

    assertThat(SERVICE.count(rows, organization)).isZero();
    assertThat(SERVICE.run(other, spared.runId()).get("status").stringValue())
        .isEqualTo("IN_PROGRESS");
  }

  @Test
  void beginsNothingMoreForOneThatIsGone() {
    erase().expectStatus().isOk();
    var late = aRun().in(organization).invocation();

    assertThat(SERVICE.bean(BeginRun.class).begin(late).block()).isFalse();
    assertThat(SERVICE.count("select count(*) from run where id = $1", late.runId().value()))
        .isZero();
    make().expectStatus().isEqualTo(409);
  }

  @Test
  void listensToTheEdgeOnly() {
    SERVICE
        .asService(organization, "notifier")
        .delete()
        .uri("/internal/organizations/{id}", organization)
        .exchange()
        .expectStatus()
        .isForbidden();
    SERVICE
        .as(machine("org_other"))
        .delete()
        .uri("/internal/organizations/{id}", organization)
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  private RunId begun(String properties) {
    var asked = aRun().in(organization).with(properties).invocation();
    assertThat(SERVICE.bean(BeginRun.class).begin(asked).block()).isTrue();
    return asked.runId();
  }

  private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec make() {
    return SERVICE
        .asService(organization, "action-api")
        .put()
        .uri("/internal/organizations/{id}", organization)
        .bodyValue("{\"name\":\"x\",\"publicUrl\":\"http://127.0.0.1\"}")
        .exchange();
  }

  private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec erase() {
    return SERVICE
        .asService(organization, "action-api")
        .delete()
        .uri("/internal/organizations/{id}", organization)
        .exchange();
  }
}
