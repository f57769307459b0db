package io.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.e2e.house.SuiteUnderTest;
import io.slipway.e2e.house.Tenant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Two organisations in one house never meet. */
class TenantsIT {
  private final SuiteUnderTest suite = SuiteUnderTest.start();
  private final Tenant ours = suite.newOrganization();
  private final Tenant theirs = suite.newOrganization();

  @Test
  void nothingOfTheOtherIsFoundByAnyRoute() {
    var action = theirs.action("");
    var blueprint = theirs.blueprint();
    var run = theirs.invoke(theirs.machine(), action).get("id").stringValue();
    theirs.agent().awaitInvocations(run);
    var machine = ours.machine();

    for (var path :
        List.of(
            "/v1/actions/" + action,
            "/v1/actions/" + action + "/permissions",
            "/v1/blueprints/" + blueprint,
            "/v1/blueprints/" + blueprint + "/entities",
            "/v1/actions/runs/" + run,
            "/v1/actions/runs/" + run + "/logs",
            "/v1/actions/runs/" + run + "/approvers",
            "/api/runs/" + run + "/stream")) {
      assertThat(machine.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(machine.patch("/v1/actions/runs/" + run, "{\"status\":\"SUCCESS\"}").status())
        .isEqualTo(404);
    assertThat(machine.get("/v1/actions/runs").text()).doesNotContain(run);
    assertThat(machine.get("/v1/audit-log").text()).doesNotContain(run, theirs.id());
    assertThat(
            machine
                .post(
                    "/v1/blueprints/" + ours.blueprint() + "/entities?run_id=" + run,
                    "{\"identifier\":\"x\"}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void anAgentReportsForItsOwnOrganizationOnly() {
    var run = theirs.invoke(theirs.machine(), theirs.action("")).get("id").stringValue();
    theirs.agent().awaitInvocations(run);

    ours.agent().report(run, "{\"runId\":\"%s\",\"status\":\"FAILURE\"}".formatted(run));
    var marker = ours.invoke(ours.machine(), ours.action("")).get("id").stringValue();
    ours.agent().report(marker, "{\"runId\":\"%s\",\"status\":\"SUCCESS\"}".formatted(marker));
    io.slipway.e2e.house.Runs.awaitStatus(ours.machine(), marker, "SUCCESS");

    assertThat(io.slipway.e2e.house.Runs.get(theirs.machine(), run).get("status").stringValue())
        .isEqualTo("IN_PROGRESS");
  }

  @Test
  void aPrincipalOfKafkaMayDoOnlyWhatItIsFor() {
    assertThatThrownBy(() -> write(theirs.id() + ".reports"))
        .rootCause()
        .isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> write(ours.id() + ".runs"))
        .rootCause()
        .isInstanceOf(AuthorizationException.class);
    try (var admin = Admin.create(ours.agent().client())) {
      assertThat(admin.listTopics().names().get())
          .containsExactlyInAnyOrder(
              ours.id() + ".runs", ours.id() + ".change.log", ours.id() + ".reports");
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(String topic) throws Exception {
    var client = ours.agent().client();
    client.put("max.block.ms", "10000");
    try (var producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "k", "{}")).get();
    }
  }
}
