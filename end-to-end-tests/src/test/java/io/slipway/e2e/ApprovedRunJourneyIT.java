package io.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.e2e.house.EventStream;
import io.slipway.e2e.house.Http;
import io.slipway.e2e.house.Mailbox;
import io.slipway.e2e.house.Runs;
import io.slipway.e2e.house.SuiteUnderTest;
import io.slipway.e2e.house.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One run from click to done, through the whole house. */
class ApprovedRunJourneyIT {
  private final SuiteUnderTest suite = SuiteUnderTest.start();
  private Tenant org;
  private Http machine;

  @BeforeEach
  void organization() {
    org = suite.newOrganization();
    machine = org.machine();
  }

  @Test
  void isAskedForApprovedDispatchedOnceAndReported() {
    var blueprint = org.blueprint();
    var developer = org.invite("Member");
    var approver = org.invite("Member", "Platform");
    var action = org.action(",\"requiredApproval\":true");
    org.approvers(action, approver);

    var run = org.invoke(developer.http(), action);
    var id = run.get("id").stringValue();
    assertThat(run.get("status").stringValue()).isEqualTo("WAITING_FOR_APPROVAL");
    try (var stream = EventStream.of(developer.http(), id)) {
      awaitMail(approver.email());
      assertThat(org.agent().invocations(id)).isEmpty();

      assertThat(Runs.vote(developer.http(), id, "APPROVE").status()).isEqualTo(403);
      Runs.vote(approver.http(), id, "APPROVE").expect(201);
      assertThat(Runs.vote(approver.http(), id, "APPROVE").status()).isEqualTo(409);

      var invocations = org.agent().awaitInvocations(id);
      assertThat(invocations).hasSize(1);
      assertSigned(invocations.getFirst().message());
      assertThat(invocations.getFirst().headers().get("traceparent")).matches("00-[0-9a-f]{32}-.*");

      machine.post("/v1/actions/runs/" + id + "/logs", "{\"message\":\"by http\"}").expect(201);
      org.agent().report(id, "{\"runId\":\"%s\",\"message\":\"by topic\"}".formatted(id));
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(Runs.log(machine, id)).contains("by http", "by topic"));
      machine
          .post(
              "/v1/blueprints/" + blueprint + "/entities?upsert=true&run_id=" + id,
              "{\"identifier\":\"cart\",\"properties\":{\"language\":\"java\"}}")
          .expect(201);
      machine
          .patch(
              "/v1/actions/runs/" + id,
              "{\"status\":\"SUCCESS\",\"summary\":\"done\",\"link\":[\"https://ci.example/1\"]}")
          .expect(200);

      var done = Runs.awaitStatus(developer.http(), id, "SUCCESS");
      assertThat(done.get("summary").stringValue()).isEqualTo("done");
      assertThat(done.get("link").get(0).stringValue()).isEqualTo("https://ci.example/1");
      assertThat(done.get("endedAt").stringValue()).isNotEmpty();
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(stream.statuses())
                      .containsSubsequence("WAITING_FOR_APPROVAL", "IN_PROGRESS", "SUCCESS"));
      assertThat(stream.lines()).contains("by http", "by topic");
    }
    var approvers =
        developer.http().get("/v1/actions/runs/" + id + "/approvers").expect(200).json();
    assertThat(Runs.texts(approvers.get("approvers"), "state")).containsExactly("APPROVED");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(Runs.audits(machine, id))
                    .extracting(audit -> audit.get("resourceType").stringValue())
                    .contains("run", "entity"));
    assertThat(machine.patch("/v1/actions/runs/" + id, "{\"status\":\"FAILURE\"}").status())
        .isEqualTo(422);
    assertThat(mailsAsking(approver.email())).isEqualTo(1);
  }

  @Test
  void withoutApprovalIsDispatchedAtOnce() {
    var id = org.invoke(machine, org.action("")).get("id").stringValue();

    assertThat(org.agent().awaitInvocations(id)).hasSize(1);
    org.agent().report(id, "{\"runId\":\"%s\",\"status\":\"SUCCESS\"}".formatted(id));

    Runs.awaitStatus(machine, id, "SUCCESS");
  }

  @Test
  void declinedNeverReachesTheTopic() {
    var approver = org.invite("Member");
    var action = org.action(",\"requiredApproval\":{\"type\":\"ALL\"}");
    org.approvers(action, approver, org.invite("Member"));
    var declined = org.invoke(machine, action).get("id").stringValue();

    Runs.vote(approver.http(), declined, "DECLINE").expect(201);

    Runs.awaitStatus(machine, declined, "DECLINED");
    assertThat(Runs.vote(approver.http(), declined, "APPROVE").status()).isEqualTo(409);
    // What is asked for later is dispatched, and the declined one still is not there.
    var later = org.invoke(machine, org.action("")).get("id").stringValue();
    org.agent().awaitInvocations(later);
    assertThat(org.agent().invocations(declined)).isEmpty();
  }

  @Test
  void allApproversMustAgreeWhereAllAreAsked() {
    var one = org.invite("Member");
    var other = org.invite("Member");
    var action = org.action(",\"requiredApproval\":{\"type\":\"ALL\"}");
    org.approvers(action, one, other);
    var id = org.invoke(machine, action).get("id").stringValue();

    Runs.vote(one.http(), id, "APPROVE").expect(201);
    assertThat(Runs.get(machine, id).get("status").stringValue()).isEqualTo("WAITING_FOR_APPROVAL");
    Runs.vote(other.http(), id, "APPROVE").expect(201);

    Runs.awaitStatus(machine, id, "IN_PROGRESS");
    assertThat(org.agent().awaitInvocations(id)).hasSize(1);
  }

  private void awaitMail(String email) {
    await().atMost(Duration.ofSeconds(30)).until(() -> mailsAsking(email) >= 1);
  }

  private long mailsAsking(String email) {
    return Mailbox.of(suite, email).size();
  }

  /** What Port's agent does before it believes a message. */
  private void assertSigned(JsonNode message) {
    var headers = (ObjectNode) message.get("headers");
    var timestamp = headers.remove("X-Port-Timestamp").asString();
    var signature = headers.remove("X-Port-Signature").stringValue();
    assertThat(signature).isEqualTo("v1," + hmac(timestamp + "." + message));
  }

  private String hmac(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              org.text("clientSecret").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
