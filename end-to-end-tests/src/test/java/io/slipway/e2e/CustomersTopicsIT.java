package io.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.e2e.house.AsyncApi;
import io.slipway.e2e.house.Http;
import io.slipway.e2e.house.Runs;
import io.slipway.e2e.house.SuiteUnderTest;
import io.slipway.e2e.house.Tenant;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What travels on an organisation's topics is what the AsyncAPI document says. */
class CustomersTopicsIT {
  private final Tenant org = SuiteUnderTest.start().newOrganization();
  private Http machine;

  @BeforeEach
  void machine() {
    machine = org.machine();
  }

  @Test
  void anInvocationAndAReportAreAsDocumented() {
    var id = org.invoke(machine, org.action("")).get("id").stringValue();

    for (var invocation : org.agent().awaitInvocations(id)) {
      AsyncApi.check("Invocation", invocation.message());
      assertThat(invocation.headers())
          .containsKeys("ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time");
    }

    var report =
        """
        {"runId":"%s","status":"SUCCESS","statusLabel":"shipped","link":["https://ci.example/7"],
         "summary":"done","externalRunId":7,"message":"bye","logs":[{"message":"one"}],
         "response":{"code":0}}
        """
            .formatted(id);
    AsyncApi.check("Report", Http.parse(report));
    org.agent().report(id, report);
    Runs.awaitStatus(machine, id, "SUCCESS");
    assertThat(Runs.log(machine, id)).contains("bye", "one");
  }

  @Test
  void aChangeIsAsDocumented() {
    machine
        .post(
            "/v1/blueprints",
            """
            {"identifier":"cart","title":"Cart","changelogDestination":{"type":"KAFKA"},
             "schema":{"properties":{"language":{"type":"string"}}}}
            """)
        .expect(201);
    var entities = "/v1/blueprints/cart/entities";
    machine.post(entities, "{\"identifier\":\"a\",\"properties\":{}}").expect(201);
    machine.delete(entities + "/a").expect(200);

    await().atMost(Duration.ofSeconds(30)).until(() -> org.agent().changes().size() == 3);
    org.agent().changes().forEach(change -> AsyncApi.check("Change", change));
    assertThat(org.agent().changes())
        .extracting(change -> change.get("action").stringValue())
        .containsExactlyInAnyOrder("CREATE", "CREATE", "DELETE");
  }
}
