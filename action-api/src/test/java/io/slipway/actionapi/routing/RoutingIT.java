package io.slipway.actionapi.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.actionapi.house.EdgeUnderTest;
import io.slipway.actionapi.house.FakeOwners.Asked;
import io.slipway.chassis.json.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an owner gets of a request, and a client of its answer. */
class RoutingIT {
  private final EdgeUnderTest edge = EdgeUnderTest.edge();

  @Test
  void handsOnWhatWasAskedAndKeepsTheClientsToken() {
    var tenant = edge.tenant();
    var token = tenant.machine();

    var answer =
        edge.send(
            "POST",
            "//v1/blueprints/b/entities/a%2Fb+c/?run_id=&include=x,y&include=z",
            token,
            "{\"a\": 1}",
            "User-Agent",
            "port-ocean/x",
            "Idempotency-Key",
            "k1",
            "X-Secret",
            "no");

    answer.expect(200);
    var asked = last("/v1/blueprints/b/");
    assertThat(asked.uri())
        .isEqualTo("/v1/blueprints/b/entities/a%2Fb%20c?run_id=&include=x,y&include=z");
    assertThat(asked.body()).isEqualTo("{\"a\": 1}");
    assertThat(asked.headers())
        .containsEntry("User-Agent", "port-ocean/x")
        .containsEntry("Idempotency-Key", "k1")
        .containsEntry("Content-Type", "application/json")
        .doesNotContainKey("X-Secret")
        .doesNotContainValue("Bearer " + token);
    assertThat(asked.headers().get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]");
    assertThat(asked.claims().path("aud").asString()).isEqualTo("catalog-service");
    assertThat(asked.claims().path("org").asString()).isEqualTo(tenant.id());
    assertThat(asked.claims().path("kind").asString()).isEqualTo("MACHINE");
  }

  @Test
  void sendsEachPathToItsOwner() {
    var tenant = edge.tenant();
    var token = tenant.machine();

    assertThat(owner("GET", "/v1/blueprints/", token)).isEqualTo("catalog-service");
    assertThat(owner("POST", "/v1/entities/search", token)).isEqualTo("catalog-service");
    assertThat(owner("GET", "/v1/users", token)).isEqualTo("catalog-service");
    assertThat(owner("GET", "/v1/teams/core", token)).isEqualTo("catalog-service");
    assertThat(owner("PATCH", "/v1/actions/runs/r_1/approval", token))
        .isEqualTo("approval-service");
    assertThat(owner("GET", "/v1/actions/runs/r_1/approvers", token)).isEqualTo("approval-service");
    assertThat(owner("GET", "/v1/actions/runs", token)).isEqualTo("run-orchestrator");
    assertThat(owner("GET", "/v1/actions/runs/r_1", token)).isEqualTo("run-orchestrator");
    assertThat(owner("POST", "/v1/actions/runs/r_1/logs", token)).isEqualTo("run-orchestrator");
    assertThat(owner("POST", "/v1/actions/runs/claim-pending", token))
        .isEqualTo("run-orchestrator");
    assertThat(owner("GET", "/api/runs/r_1/timeline", token)).isEqualTo("run-orchestrator");
    edge.post("/v1/workflows/runs/claim-pending", token, "{}").expect(200);
    edge.get("/v1/pages", token).expect(404);
    edge.get("/v1/../internal/x", token).expect(404);
  }

  @Test
  void tellsOwnersWhoAPersonIs() {
    var tenant = edge.tenant();
    var email = "p@" + tenant.id() + ".test";
    var token = tenant.person(email, "Member", "core");

    edge.get("/v1/blueprints/who", token).expect(200);

    var claims = last("/v1/blueprints/who").claims();
    assertThat(claims.path("sub").asString()).isEqualTo("user_" + email);
    assertThat(claims.path("email").asString()).isEqualTo(email);
    assertThat(Json.text(claims.path("roles"))).isEqualTo("[\"Member\"]");
    assertThat(Json.text(claims.path("teams"))).isEqualTo("[\"core\"]");
  }

  @Test
  void takesABodyOfExactlyOneMebibyte() {
    var tenant = edge.tenant();
    var token = tenant.machine();
    var fits = "{\"a\":\"" + "x".repeat(1024 * 1024 - 8) + "\"}";

    edge.post("/v1/blueprints", token, fits).expect(200);
    var refused = edge.post("/v1/blueprints", token, fits + " ").expect(413);
    edge.post("/v1/actions", token, fits).expect(422);
    edge.post("/v1/actions", token, fits + " ").expect(413);

    assertThat(fits).hasSize(1024 * 1024);
    assertThat(refused.json().path("error").asString()).isEqualTo("payload_too_large");
    assertThat(refused.json().path("ok").booleanValue()).isFalse();
    edge.get("/v1/organization", token).expect(200);
  }

  @Test
  void streamsAtOnceAndEndsTheOwnersStreamWhenTheClientGoes() throws Exception {
    var tenant = edge.tenant();
    var token = tenant.machine();
    int before = edge.owners.streams.get();
    var url = URI.create(edge.url());
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              "GET /api/runs/r_1/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                  .formatted(token)
                  .getBytes(StandardCharsets.US_ASCII));
      var lines = new BufferedReader(new InputStreamReader(socket.getInputStream())).lines();

      assertThat(lines.anyMatch("event: status"::equals)).isTrue();
      assertThat(edge.owners.streams).hasValue(before + 1);
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> edge.owners.streams.get() == before);
  }

  @Test
  void saysTryAgainWhileAnOwnerIsAway() {
    var tenant = edge.tenant();
    var token = tenant.machine();
    edge.owners.stop();
    try {
      var away = edge.get("/v1/blueprints", token).expect(503);
      assertThat(away.header("Retry-After")).isEqualTo("1");
      assertThat(away.json().path("error").asString()).isEqualTo("unavailable");
      edge.get("/v1/audit-log", token).expect(503);
      edge.get("/v1/organization", token).expect(200);
    } finally {
      edge.owners.startAgain();
    }
    edge.get("/v1/blueprints", token).expect(200);
  }

  private String owner(String method, String path, String token) {
    edge.send(method, path, token, method.equals("GET") ? null : "{}").expect(200);
    return edge.owners.asked.getLast().claims().path("aud").asString();
  }

  private Asked last(String prefix) {
    return edge.owners.asked.stream()
        .filter(asked -> asked.uri().startsWith(prefix))
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
