package io.slipway.actionapi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.actionapi.house.EdgeUnderTest;
import io.slipway.chassis.json.Json;
import org.junit.jupiter.api.Test;

/** The audit log of all owners. */
class AuditIT {
  private final EdgeUnderTest edge = EdgeUnderTest.edge();

  @Test
  void isOneLogOutOfEveryOwnersRows() {
    var tenant = edge.tenant();
    tenant.action("one", "");
    edge.owners.audits.add(
        Json.object()
            .put("identifier", "event_future")
            .put("action", "UPDATE")
            .put("at", "2099-01-01T00:00:00.000Z"));
    try {
      var audits =
          edge.get("/v1/audit-log?limit=2&run_id=&includes=identifier,action", tenant.machine())
              .expect(200)
              .json()
              .path("audits");

      assertThat(audits.size()).isEqualTo(2);
      assertThat(audits.get(0).path("identifier").asString()).isEqualTo("event_future");
      assertThat(audits.get(0).propertyNames()).containsExactly("identifier", "action");
      assertThat(edge.owners.asked)
          .anyMatch(
              asked ->
                  asked.uri().startsWith("/internal/audit?limit=2&run_id=")
                      && asked.claims().path("org").asString().equals(tenant.id()));
    } finally {
      edge.owners.audits.clear();
    }
  }

  @Test
  void letsMembersFollowOneThingAndAdminsLookAround() {
    var tenant = edge.tenant();
    var member = tenant.person("m@" + tenant.id() + ".test", "Member");

    edge.get("/v1/audit-log", member).expect(403);
    edge.get("/v1/audit-log?run_id=r_1", member).expect(200);
    edge.get("/v1/audit-log?limit=0", tenant.machine()).expect(422);
    edge.get("/v1/audit-log?include_deleted_entities=true", tenant.machine()).expect(422);
    edge.get("/v1/audit-log?from=yesterday", tenant.machine()).expect(422);
  }
}
