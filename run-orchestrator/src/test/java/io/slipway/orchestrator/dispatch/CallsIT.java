package io.slipway.orchestrator.dispatch;

import static io.slipway.orchestrator.fixture.Orchestrator.machine;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.chassis.json.Json;
import io.slipway.orchestrator.fixture.HandKeys;
import io.slipway.orchestrator.fixture.Orchestrator;
import io.slipway.orchestrator.fixture.Receiver;
import io.slipway.orchestrator.fixture.Receiver.Answer;
import io.slipway.orchestrator.run.BeginRun;
import io.slipway.orchestrator.run.RunId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Work that leaves by a call, to real servers. */
@ExtendWith(Orchestrator.Stopping.class)
class CallsIT {
  private static final Orchestrator SERVICE = Orchestrator.shared();
  private static final Receiver RECEIVER = new Receiver();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String organization = SERVICE.house().organization();

  @AfterAll
  static void close() {
    RECEIVER.close();
  }

  @Test
  void sendsWhatTheActionSays() {
    var path = "/hooks/cart";
    var id =
        begun(
            """
            {"type":"WEBHOOK","url":"%s/{{ .inputs.service }}?q={{ .inputs.text }}","method":"put",
             "headers":{"RUN_ID":"{{ .run.id }}","X-N":"{{ .inputs.n }}","X-Gone":"{{ .inputs.no }}",
              "Authorization":"Bearer {{ .secrets.TOKEN }}","X-Port-Signature":"forged"},
             "body":{"{{ spreadValue() }}":"{{ .inputs }}","f":5.0,"secret":"{{ .secrets.TOKEN }}"}}
            """
                .formatted(RECEIVER.url("/hooks")),
            "{\"service\":\"cart\",\"text\":\"a b/é\",\"n\":3}");

    var heard = await().atMost(PATIENCE).until(() -> RECEIVER.heard(path), h -> h.size() == 1);
    var call = heard.getFirst();
    assertThat(call.method()).isEqualTo("PUT");
    assertThat(call.uri()).isEqualTo(path + "?q=a%20b/%C3%A9");
    assertThat(call.body())
        .isEqualTo(
            "{\"service\":\"cart\",\"text\":\"a b/é\",\"n\":3,\"f\":5,\"secret\":\"s3cr3t-token\"}");
    assertThat(call.headers())
        .containsEntry("RUN_ID", id.value())
        .containsEntry("X-N", "3")
        .containsEntry("Authorization", "Bearer s3cr3t-token")
        .containsEntry("Content-Type", "application/json")
        .doesNotContainKey("X-Gone");
    var timestamp = call.headers().get("x-port-timestamp");
    assertThat(call.headers().get("x-port-signature"))
        .isEqualTo(SignedMessage.signature(call.body(), HandKeys.KEY, timestamp));
    assertThat(call.headers().get("Idempotency-Key")).startsWith("dispatch_");
    awaitLine(id, "The webhook answered 200");
    var run = SERVICE.run(organization, id);
    assertThat(run.get("status").stringValue()).isEqualTo("IN_PROGRESS");
    assertThat(run.at("/payload/headers/Authorization").stringValue()).isEqualTo("Bearer ****");
    assertThat(Json.text(run)).doesNotContain("s3cr3t-token");
    assertThat(SERVICE.probe().heard(organization + ".runs", id.value())).isEmpty();
  }

  @Test
  void endsTheRunWithTheAnswerOfASynchronousWebhook() {
    RECEIVER.answers("/sync", Answer.of(201, "{\"echo\":\"s3cr3t-token\",\"n\":1.5}"));
    var id = begun("/sync", ",\"synchronized\":true,\"headers\":{\"A\":\"{{ .secrets.TOKEN }}\"}");

    var run = awaitStatus(id, "SUCCESS");

    assertThat(Json.text(run.get("response"))).isEqualTo("{\"echo\":\"****\",\"n\":1.5}");
    assertThat(run.get("endedAt")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 422, 500})
  void takesOtherAnswersAsFinal(int status) {
    var path = "/final/" + status;
    RECEIVER.answers(path, Answer.of(status, "no such thing"));

    var id = begun(path, "");

    var run = awaitStatus(id, "FAILURE");
    var why = "Failed to invoke the webhook with status code: " + status + ".";
    assertThat(run.get("summary").stringValue()).isEqualTo(why);
    assertThat(run.get("response").stringValue()).isEqualTo("no such thing");
    assertThat(lines(id)).contains(why);
    assertThat(RECEIVER.heard(path)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void triesAgainWithTheSameKeyAndASignatureThatIsFresh(int status) {
    var path = "/again/" + status;
    var busy = new Answer(status, "", Map.of("Retry-After", "1"));
    RECEIVER.answers(path, busy, busy, Answer.of(200, "[]"));

    var id = begun(path, ",\"synchronized\":\"{{ true }}\"");

    awaitStatus(id, "SUCCESS");
    var heard = RECEIVER.heard(path);
    assertThat(heard).hasSize(3);
    assertThat(heard)
        .extracting(h -> h.headers().get("Idempotency-Key"))
        .containsOnly(heard.getFirst().headers().get("Idempotency-Key"));
    assertThat(heard).extracting(Receiver.Heard::body).containsOnly(heard.getFirst().body());
    for (var one : heard) {
      assertThat(one.headers().get("x-port-signature"))
          .isEqualTo(
              SignedMessage.signature(
                  one.body(), HandKeys.KEY, one.headers().get("x-port-timestamp")));
    }
    assertThat(lines(id))
        .filteredOn(line -> line.contains("tried again"))
        .containsExactly(
            "Failed to invoke the webhook with status code: "
                + status
                + ".; it will be tried again for a while");
  }

  @Test
  void givesUpOnWhoeverIsAwayForLongerThanTheActionWaits() {
    var nobody = new Receiver();
    nobody.close();
    var id =
        begun(
            "{\"type\":\"WEBHOOK\",\"retrySeconds\":1,\"url\":\"" + nobody.url("/x") + "\"}", "{}");

    var run = awaitStatus(id, "FAILURE");

    assertThat(run.get("summary").stringValue())
        .startsWith("Failed to invoke the webhook: it takes no connections");
  }

  @Test
  void followsNoRedirect() {
    RECEIVER.answers("/moved", new Answer(302, "", Map.of("Location", RECEIVER.url("/target"))));

    var id = begun("/moved", "");

    awaitStatus(id, "FAILURE");
    assertThat(RECEIVER.heard("/target")).isEmpty();
  }

  @Test
  void keepsNoMoreOfAnAnswerThanAMebibyte() {
    RECEIVER.answers("/large", Answer.of(200, "x".repeat(3 * 1024 * 1024)));

    var id = begun("/large", ",\"synchronized\":true");

    assertThat(awaitStatus(id, "SUCCESS").get("response").stringValue()).hasSize(1024 * 1024);
  }

  @Test
  void sendsTheUsualMessageWhereTheActionHasNoBody() {
    begun("/usual", "");

    var heard = await().atMost(PATIENCE).until(() -> RECEIVER.heard("/usual"), h -> h.size() == 1);
    var body = Json.parse(heard.getFirst().body());
    assertThat(body.get("resourceType").stringValue()).isEqualTo("run");
    assertThat(body.has("headers")).isFalse();
  }

  @Test
  void tellsAnAgentByTheTopic() {
    var id =
        begun(
            """
            {"type":"WEBHOOK","agent":true,"url":"http://inside/{{ .inputs.service }}","synchronized":true,
             "headers":{"A":"{{ .secrets.TOKEN }}"},"body":{"x":"{{ .inputs.n }}","context":{"more":1}}}
            """,
            "{\"service\":\"cart\",\"n\":3}");

    var sent = SERVICE.probe().awaitHeard(organization + ".runs", id.value(), 1).getFirst();

    assertThat(AgentsCheck.accepts(sent.text(), HandKeys.KEY)).isTrue();
    var message = Json.parse(sent.text());
    assertThat(message.get("x").intValue()).isEqualTo(3);
    assertThat(message.at("/context/runId").stringValue()).isEqualTo(id.value());
    assertThat(message.at("/context/more").intValue()).isEqualTo(1);
    var method = message.at("/payload/action/invocationMethod");
    assertThat(method.get("url").stringValue()).isEqualTo("http://inside/cart");
    assertThat(method.get("agent").booleanValue()).isTrue();
    assertThat(method.at("/headers/A").stringValue()).isEqualTo("s3cr3t-token");
    assertThat(message.at("/headers/A").stringValue()).isEqualTo("s3cr3t-token");
    var shown = SERVICE.run(organization, id).get("payload");
    assertThat(shown.at("/headers/A").stringValue()).isEqualTo("****");
  }

  @Test
  void endsARunWhoseTemplateRunsAway() {
    var id = begun("{\"type\":\"WEBHOOK\",\"url\":\"{{ [range(100000000)] }}\"}", "{}");

    var run = awaitStatus(id, "FAILURE");

    assertThat(run.get("summary").stringValue()).contains("was stopped");
    assertThat(lines(id)).contains(run.get("summary").stringValue());
  }

  @Test
  void callsNobodyForARunThatHasEnded() {
    var busy = new Answer(503, "", Map.of("Retry-After", "2"));
    RECEIVER.answers("/ended", busy);
    var id = begun("/ended", "");
    await().atMost(PATIENCE).until(() -> RECEIVER.heard("/ended").size() == 1);
    awaitLine(
        id,
        "Failed to invoke the webhook with status code: 503.; it will be tried again for a while");

    SERVICE
        .as(machine(organization))
        .patch()
        .uri("/v1/actions/runs/{id}", id.value())
        .bodyValue("{\"status\":\"SUCCESS\"}")
        .exchange()
        .expectStatus()
        .isOk();

    await().atMost(PATIENCE).until(() -> "SENT".equals(state(id)));
    assertThat(RECEIVER.heard("/ended")).hasSize(1);
  }

  @Test
  void keepsTheRequestSealed() {
    RECEIVER.answers("/sealed", Answer.of(503, ""));
    var id = begun("/sealed", ",\"headers\":{\"A\":\"{{ .secrets.TOKEN }}\"}");

    var kept =
        SERVICE
            .bean(DatabaseClient.class)
            .sql("select payload from dispatch where run_id = $1")
            .bind(0, id.value())
            .map(row -> row.get(0, byte[].class))
            .one()
            .block();

    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("s3cr3t-token");
  }

  @Test
  void writesAnEntityThroughTheCatalog() {
    var path = "/v1/blueprints/service/entities";
    SERVICE.catalog().answers(path, Answer.of(503, ""), Answer.of(201, "{\"ok\":true}"));
    var id =
        begun(
            """
            {"type":"UPSERT_ENTITY","blueprintIdentifier":"service",
             "mapping":{"title":"{{ .inputs.service }}","properties":{"n":"{{ .inputs.n }}"}}}
            """,
            "{\"service\":\"cart\",\"n\":3}");

    awaitStatus(id, "SUCCESS");

    var heard = SERVICE.catalog().heard(path);
    assertThat(heard).hasSize(2);
    assertThat(heard).extracting(Receiver.Heard::method).containsOnly("POST");
    assertThat(heard)
        .extracting(Receiver.Heard::uri)
        .containsOnly(path + "?upsert=true&merge=true&run_id=" + id);
    assertThat(heard)
        .extracting(Receiver.Heard::body)
        .containsOnly(
            "{\"identifier\":\"e_%s\",\"title\":\"cart\",\"properties\":{\"n\":3}}"
                .formatted(id.value().substring(2)));
  }

  @Test
  void saysWhyTheCatalogRefusesAnEntity() {
    var path = "/v1/blueprints/nothing/entities";
    var refusal = "{\"ok\":false,\"error\":\"not_found\",\"message\":\"Blueprint was not found\"}";
    SERVICE.catalog().answers(path, Answer.of(404, refusal));
    var method = "{\"type\":\"UPSERT_ENTITY\",\"blueprintIdentifier\":\"nothing\",\"mapping\":{}}";

    var id = begun(method, "{}");

    var run = awaitStatus(id, "FAILURE");
    assertThat(run.get("summary").stringValue()).contains("Blueprint was not found");
    assertThat(lines(id)).contains(run.get("summary").stringValue());
  }

  /** A webhook to a path of the receiver, with more members; or any method, with its inputs. */
  private RunId begun(String pathOrMethod, String moreOrInputs) {
    var fixture = aRun().in(organization);
    var asked =
        pathOrMethod.startsWith("/")
            ? fixture.doneBy(
                "{\"type\":\"WEBHOOK\",\"url\":\"%s\"%s}"
                    .formatted(RECEIVER.url(pathOrMethod), moreOrInputs))
            : fixture.doneBy(pathOrMethod).with(moreOrInputs);
    var invocation = asked.invocation();
    assertThat(SERVICE.bean(BeginRun.class).begin(invocation).block()).isTrue();
    return invocation.runId();
  }

  private JsonNode awaitStatus(RunId id, String status) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> SERVICE.run(organization, id),
            run -> run.get("status").stringValue().equals(status));
  }

  private void awaitLine(RunId id, String line) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(lines(id)).contains(line));
  }

  private List<String> lines(RunId id) {
    var answer =
        SERVICE
            .as(machine(organization))
            .get()
            .uri("/v1/actions/runs/{id}/logs", id.value())
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody();
    return answer.get("runLogs").valueStream().map(l -> l.get("message").stringValue()).toList();
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
}
