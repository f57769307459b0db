package io.slipway.actionapi.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.actionapi.house.EdgeUnderTest;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Secrets, from the outside. */
class SecretIT {
  private static final String PATH = "/v1/organization/secrets";
  private static final String VALUE = "s3cr3t-ümläut-value";

  private final EdgeUnderTest edge = EdgeUnderTest.edge();
  private final EdgeUnderTest.Tenant tenant = edge.tenant();
  private final String machine = tenant.machine();

  @Test
  void showsMetadataAndNeverTheValue() {
    var made =
        edge.post(PATH, machine, body("SLACK_URL", VALUE, "\"description\":\"\",")).expect(200);
    edge.post(PATH, machine, body("plain", VALUE, "")).expect(200);

    assertThat(made.json().at("/secret/secretName").asString()).isEqualTo("SLACK_URL");
    assertThat(made.json().at("/secret/description").asString("?")).isEmpty();
    var one = edge.get(PATH + "/plain", machine).expect(200);
    assertThat(one.json().path("secret").has("description")).isFalse();
    var list = edge.get(PATH, machine).expect(200);
    assertThat(list.json().path("secrets").valueStream().map(s -> s.path("secretName").asString()))
        .containsExactly("SLACK_URL", "plain");
    assertThat(list.json().at("/secrets/0").propertyNames())
        .containsExactlyInAnyOrder("secretName", "description", "createdAt", "updatedAt");
    for (var answer : List.of(made, one, list)) {
      assertThat(answer.raw().body()).doesNotContain(VALUE);
    }
  }

  @Test
  void givesTheValueToServicesThatUseItAndToNobodyElse() {
    edge.post(PATH, machine, body("TOKEN", VALUE, "")).expect(200);

    assertThat(value(tenant.id(), "TOKEN")).isEqualTo(VALUE);
    edge.send("PATCH", PATH + "/TOKEN", machine, "{\"secretValue\":\"second\"}").expect(200);
    assertThat(value(tenant.id(), "TOKEN")).isEqualTo("second");
    edge.send("PATCH", PATH + "/TOKEN", machine, "{\"description\":\"of the chat\"}").expect(200);
    assertThat(value(tenant.id(), "TOKEN")).isEqualTo("second");

    var door = "/internal/organization/secrets/TOKEN";
    edge.get(door, machine).expect(401);
    edge.get(door, door(tenant.id(), "approval-service")).expect(403);
    edge.get(door, door(tenant.id(), "operator")).expect(403);
    edge.get(door, door(edge.tenant().id(), "run-orchestrator")).expect(404);
  }

  @Test
  void goesWhenItIsDeleted() {
    edge.post(PATH, machine, body("TOKEN", VALUE, "")).expect(200);

    assertThat(edge.send("DELETE", PATH + "/TOKEN", machine, null).expect(200).json())
        .isEqualTo(Json.parse("{\"ok\":true}"));

    edge.get(PATH + "/TOKEN", machine).expect(404);
    edge.send("DELETE", PATH + "/TOKEN", machine, null).expect(404);
    edge.send("PATCH", PATH + "/TOKEN", machine, "{}").expect(404);
    edge.get("/internal/organization/secrets/TOKEN", door(tenant.id(), "notifier")).expect(404);
  }

  @Test
  void refusesWithoutRepeatingWhatWasSent() {
    edge.post(PATH, machine, body("TOKEN", VALUE, "")).expect(200);

    var taken = edge.post(PATH, machine, body("TOKEN", VALUE, "")).expect(409);
    assertThat(taken.json().path("error").asString()).isEqualTo("identifier_taken");
    for (var bad :
        List.of(
            body("a b", VALUE, ""),
            body("", VALUE, ""),
            body("x".repeat(101), VALUE, ""),
            body("X", VALUE, "\"description\":\"" + "d".repeat(201) + "\","),
            "{\"secretName\":\"X\"}",
            "{\"secretName\":\"X\",\"secretValue\":[\"" + VALUE + "\"]}",
            "{\"secretName\":\"X\",\"secretValue\":\"v\",\"" + VALUE + "\":1}",
            "[\"" + VALUE + "\"]")) {
      assertThat(edge.post(PATH, machine, bad).expect(422).raw().body()).doesNotContain(VALUE);
    }
    for (var bad : List.of("{\"secretName\":\"X\",\"secretValue\":hunter2}", "{\"secretValue\":")) {
      var answer = edge.post(PATH, machine, bad).expect(400);
      assertThat(answer.json().path("error").asString()).isEqualTo("bad_request");
      assertThat(answer.raw().body()).doesNotContain("hunter2");
    }
  }

  @Test
  void isForAdminsOfItsOrganizationOnly() {
    edge.post(PATH, machine, body("TOKEN", VALUE, "")).expect(200);
    var member = tenant.person("m@" + tenant.id() + ".test", "Member");
    var stranger = edge.tenant().machine();

    edge.get(PATH, member).expect(403);
    edge.post(PATH, member, body("X", VALUE, "")).expect(403);
    edge.send("DELETE", PATH + "/TOKEN", member, null).expect(403);
    edge.get(PATH + "/TOKEN", stranger).expect(404);
    assertThat(edge.get(PATH, stranger).expect(200).json().path("secrets").size()).isZero();
  }

  /** Neither a column nor an audit row holds the value in clear, nor the data key. */
  @Test
  void leavesNothingOfItInTheDatabase() {
    edge.post(PATH, machine, body("TOKEN", VALUE, "")).expect(200);
    edge.send("PATCH", PATH + "/TOKEN", machine, "{\"secretValue\":\"" + VALUE + "2\"}")
        .expect(200);

    assertThat(rows("select s::text as row from organization_secret s"))
        .doesNotContain(VALUE, hex());
    assertThat(rows("select a::text as row from audit a where resource_type = 'secret'"))
        .contains("TOKEN", "valueChanged")
        .doesNotContain(VALUE);
    assertThat(rows("select s::text as row from outbox s")).doesNotContain(VALUE, hex());
  }

  /** As many at once as there are: they agree on one key, and all of them open. */
  @Test
  void theFirstOnesMayComeAtOnce() {
    var names = new HashSet<String>();
    for (int i = 0; i < 8; i++) {
      names.add("S" + i);
    }

    names.parallelStream()
        .forEach(name -> edge.post(PATH, machine, body(name, VALUE + name, "")).expect(200));

    assertThat(Set.copyOf(names))
        .allSatisfy(n -> assertThat(value(tenant.id(), n)).isEqualTo(VALUE + n));
  }

  private String rows(String sql) {
    var rows =
        edge.bean(DatabaseClient.class)
            .sql(sql)
            .map(row -> String.valueOf(row.get("row", String.class)))
            .all()
            .collectList()
            .block();
    return String.join("\n", rows);
  }

  private static String hex() {
    return java.util.HexFormat.of()
        .formatHex(VALUE.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private String value(String organization, String name) {
    return edge.get(
            "/internal/organization/secrets/" + name, door(organization, "run-orchestrator"))
        .expect(200)
        .json()
        .at("/secret/secretValue")
        .asString();
  }

  private String door(String organization, String service) {
    return edge.house.tokenFor(service, "action-api", Caller.service(organization, service));
  }

  private static String body(String name, String value, String more) {
    return "{%s\"secretName\":\"%s\",\"secretValue\":\"%s\"}".formatted(more, name, value);
  }
}
