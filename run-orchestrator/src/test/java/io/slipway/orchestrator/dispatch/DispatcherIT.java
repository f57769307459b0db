package io.slipway.orchestrator.dispatch;

import static io.slipway.orchestrator.fixture.Orchestrator.machine;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.chassis.sealing.Sealer;
import io.slipway.chassis.trace.Traces;
import io.slipway.orchestrator.fixture.HandKeys;
import io.slipway.orchestrator.fixture.Orchestrator;
import io.slipway.orchestrator.run.BeginRun;
import io.slipway.orchestrator.run.RunFixture;
import io.slipway.orchestrator.run.RunId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** What becomes of work that cannot leave when it is asked for. */
@ExtendWith(Orchestrator.Stopping.class)
class DispatcherIT {
  private static final Orchestrator SERVICE = Orchestrator.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String organization = SERVICE.house().organization();

  @Test
  void sendsWhatWaitedForAKeyOnceTheKeyIsBack() {
    SERVICE.keys().awayFor(organization);
    var id = begun(aRun());
    assertThat(SERVICE.run(organization, id).get("payload").isNull()).isTrue();

    SERVICE.keys().backFor(organization);

    var sent = SERVICE.probe().awaitHeard(organization + ".runs", id.value(), 1).getFirst();
    assertThat(AgentsCheck.accepts(sent.text(), HandKeys.KEY)).isTrue();
    assertThat(SERVICE.run(organization, id).at("/payload/type").stringValue()).isEqualTo("KAFKA");
    assertThat(state(id)).isEqualTo("SENT");
    assertThat(SERVICE.probe().heard(organization + ".runs", id.value())).hasSize(1);
  }

  @Test
  void goesOnWithTheTraceInWhichItWasWanted() {
    SERVICE.keys().awayFor(organization);
    var asked = aRun().in(organization).invocation();
    var trace = "2af7651916cd43dd8448eb211c80319c";
    var traces = SERVICE.bean(Traces.class);
    traces.within(
        "00-" + trace + "-b7ad6b7169203331-01",
        "test",
        () -> traces.carried(SERVICE.bean(BeginRun.class).begin(asked)).block());

    SERVICE.keys().backFor(organization);

    var sent = SERVICE.probe().awaitHeard(organization + ".runs", asked.runId().value(), 1);
    assertThat(sent.getFirst().headers().get("traceparent")).startsWith("00-" + trace + "-");
  }

  @Test
  void sendsNothingOfARunThatHasEndedMeanwhile() {
    SERVICE.keys().awayFor(organization);
    var ended = begun(aRun());
    var goesOn = begun(aRun());
    end(ended);

    SERVICE.keys().backFor(organization);

    SERVICE.probe().awaitHeard(organization + ".runs", goesOn.value(), 1);
    await().atMost(PATIENCE).until(() -> dispatches(ended) == 0);
    assertThat(SERVICE.probe().heard(organization + ".runs", ended.value())).isEmpty();
  }

  @Test
  void endsARunWhoseMessageTheBrokerRefuses() throws Exception {
    limitRecordsOf(organization + ".runs", 20_000);
    var id = begun(aRun().with("{\"blob\":\"" + "x".repeat(40_000) + "\"}"));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(run(id, "status")).isEqualTo("FAILURE"));
    assertThat(run(id, "summary")).startsWith("The message was refused by the broker");
    var next = begun(aRun());
    SERVICE.probe().awaitHeard(organization + ".runs", next.value(), 1);
  }

  @Test
  void keepsWhatWasSentSealed() {
    var id = begun(aRun().with("{\"token\":\"tell-nobody\"}"));
    var sent = SERVICE.probe().awaitHeard(organization + ".runs", id.value(), 1).getFirst();

    var kept = payload("select payload from dispatch where run_id = $1", id);
    var waited = payload("select payload from outbox where lane = 'ORGANIZATION' and key = $1", id);

    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("tell-nobody");
    assertThat(new String(waited, StandardCharsets.ISO_8859_1)).doesNotContain("tell-nobody");
    assertThat(SERVICE.bean(Sealer.class).open(kept, "dispatch/" + id)).isEqualTo(sent.value());
  }

  private static void limitRecordsOf(String topic, int bytes) throws Exception {
    var largest = new ConfigEntry("max.message.bytes", Integer.toString(bytes));
    var change = new AlterConfigOp(largest, AlterConfigOp.OpType.SET);
    var where = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (var admin = Admin.create(SERVICE.house().kafka())) {
      admin.incrementalAlterConfigs(Map.of(where, List.of(change))).all().get();
    }
  }

  private RunId begun(RunFixture fixture) {
    var asked = fixture.in(organization).invocation();
    assertThat(SERVICE.bean(BeginRun.class).begin(asked).block()).isTrue();
    return asked.runId();
  }

  private void end(RunId id) {
    SERVICE
        .as(machine(organization))
        .patch()
        .uri("/v1/actions/runs/{id}", id.value())
        .bodyValue("{\"status\":\"SUCCESS\"}")
        .exchange()
        .expectStatus()
        .isOk();
  }

  private String run(RunId id, String member) {
    return SERVICE.run(organization, id).get(member).stringValue();
  }

  private static long dispatches(RunId id) {
    return SERVICE.count("select count(*) from dispatch where run_id = $1", id.value());
  }

  private static String state(RunId id) {
    return SERVICE
        .bean(DatabaseClient.class)
        .sql("select state from dispatch where run_id = $1")
        .bind(0, id.value())
        .map(row -> row.get(0, String.class))
        .one()
        .block();
  }

  private static byte[] payload(String sql, RunId id) {
    return SERVICE
        .bean(DatabaseClient.class)
        .sql(sql)
        .bind(0, id.value())
        .map(row -> row.get(0, byte[].class))
        .one()
        .block();
  }
}
