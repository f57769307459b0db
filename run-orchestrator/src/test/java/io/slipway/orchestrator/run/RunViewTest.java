package io.slipway.orchestrator.run;

import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import org.junit.jupiter.api.Test;

/** A run as clients see it, to the byte. */
class RunViewTest {

  @Test
  void showsARunThatWaits() {
    var run =
        aRun().called("r_QOz6WoOB1Q2lmhZZ").needing(ApprovalRule.ANY).with("{\"n\":5.0}").begun();

    assertThat(Json.text(RunView.v2(run)))
        .isEqualTo(
            """
            {"id":"r_QOz6WoOB1Q2lmhZZ","status":"WAITING_FOR_APPROVAL","statusLabel":null,\
            "blueprint":{"identifier":"service","title":null,"icon":null,"deleted":false},\
            "entity":{"identifier":"cart","title":"Cart","icon":null,"deleted":false},\
            "action":{"identifier":"scale_service","title":"Scale","icon":"Cluster","deleted":false},\
            "properties":{"n":5.0},"rawProperties":{"n":5.0},"source":"UI","link":[],\
            "requiredApproval":{"type":"ANY"},"approval":null,"payload":null,"pendingExecution":false,\
            "createdBy":"user_ada","updatedBy":"user_ada","createdAt":"2026-11-24T12:00:00.123Z",\
            "updatedAt":"2026-11-24T12:00:00.123Z"}""");
  }

  @Test
  void showsWhatABackendTold() {
    var told = new Changes("half way", java.util.List.of("a"), "sum", "ci-1", Json.parse("[1.50]"));
    var run =
        RunLifecycle.step(
                aRun().onNoEntity().begun(),
                new Signal.Reported(
                    RunFixture.MACHINE, RunFixture.NOON.plusSeconds(1), Outcome.SUCCESS, told))
            .run();

    var view = RunView.v2(run);

    assertThat(view.has("entity")).isFalse();
    assertThat(view.get("statusLabel").stringValue()).isEqualTo("half way");
    assertThat(Json.text(view.get("link"))).isEqualTo("[\"a\"]");
    assertThat(view.get("summary").stringValue()).isEqualTo("sum");
    assertThat(view.get("externalRunId").stringValue()).isEqualTo("ci-1");
    assertThat(Json.text(view.get("response"))).isEqualTo("[1.50]");
    assertThat(Json.text(view.get("payload"))).isEqualTo("{\"type\":\"KAFKA\"}");
    assertThat(view.get("updatedBy").stringValue()).isEqualTo("client_1");
    assertThat(view.get("endedAt").stringValue()).isEqualTo("2026-11-24T12:00:01.123Z");
  }

  @Test
  void showsTheOlderShapeToWhoAsksForIt() {
    var view = RunView.v1(aRun().begun());

    assertThat(view.get("action").stringValue()).isEqualTo("scale_service");
    assertThat(view.get("endedAt").isNull()).isTrue();
    assertThat(view.get("relatedEntityExists").booleanValue()).isTrue();
    assertThat(view.propertyNames())
        .doesNotContain("payload", "response", "rawProperties", "pendingExecution");
  }
}
