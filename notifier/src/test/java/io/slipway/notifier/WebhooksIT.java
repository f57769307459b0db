package io.slipway.notifier;

import static io.slipway.notifier.NotifierUnderTest.HOUSE;
import static io.slipway.notifier.NotifierUnderTest.PATIENCE;
import static io.slipway.notifier.NotifierUnderTest.RECEIVER;
import static io.slipway.notifier.NotifierUnderTest.anAddress;
import static io.slipway.notifier.NotifierUnderTest.deliveries;
import static io.slipway.notifier.NotifierUnderTest.lettersTo;
import static io.slipway.notifier.NotifierUnderTest.newRun;
import static io.slipway.notifier.NotifierUnderTest.requested;
import static io.slipway.notifier.NotifierUnderTest.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.chassis.json.Json;
import io.slipway.notifier.channel.WebhookSignature;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests for approval that are posted to a system. */
@ExtendWith(NotifierUnderTest.class)
class WebhooksIT {
  private String organization;
  private String run;

  @BeforeEach
  void aRun() {
    organization = HOUSE.organization();
    run = newRun();
  }

  @Test
  void oneSignedPostTakesThePlaceOfLetters() {
    var ann = anAddress();

    says(requested(organization, run, to("/json", "json"), new String[] {ann, anAddress()}));

    await().atMost(PATIENCE).until(() -> deliveries(run, "DELIVERED") == 1);
    var call = RECEIVER.calls("/json/" + run).getFirst();
    var timestamp = call.headers().get("x-port-timestamp");
    assertThat(call.headers().get("x-port-signature"))
        .isEqualTo(
            WebhookSignature.of(
                    Neighbours.keyOf(organization),
                    Instant.ofEpochSecond(Long.parseLong(timestamp)),
                    call.body())
                .signature());
    var body = Json.parse(call.body());
    assertThat(body.path("event").asString()).isEqualTo("approval_requested");
    assertThat(body.path("inputs").path("password").asString()).isEqualTo("****");
    assertThat(body.path("approvers").path(0).asString()).isEqualTo(ann);
    assertThat(lettersTo(ann)).isEmpty();
    assertThat(RECEIVER.calls("/json/" + run)).hasSize(1);
  }

  @Test
  void slackGetsAMessage() {
    says(requested(organization, run, to("/slack", "slack"), new String[] {anAddress()}));

    await().atMost(PATIENCE).until(() -> deliveries(run, "DELIVERED") == 1);
    assertThat(
            Json.parse(RECEIVER.calls("/slack/" + run).getFirst().body()).path("text").asString())
        .startsWith("requester@x asks to run Scale");
  }

  @Test
  void everyAttemptIsTheSameWebhook() {
    RECEIVER.answers("/shaky/" + run, 500, 302, 404);

    says(requested(organization, run, to("/shaky", "json"), new String[] {anAddress()}));

    await().atMost(PATIENCE).until(() -> deliveries(run, "DELIVERED") == 1);
    var calls = RECEIVER.calls("/shaky/" + run);
    assertThat(calls).hasSize(4);
    assertThat(calls)
        .extracting(call -> call.headers().get("webhook-id"))
        .containsOnly(calls.getFirst().headers().get("webhook-id"));
    assertThat(calls).extracting(Receiver.Call::body).containsOnly(calls.getFirst().body());
    assertThat(RECEIVER.calls("/elsewhere")).isEmpty();
  }

  @Test
  void aReceiverThatIsGoneIsLeftAlone() {
    RECEIVER.answers("/gone/" + run, 410);

    says(requested(organization, run, to("/gone", "json"), new String[] {anAddress()}));

    await().atMost(PATIENCE).until(() -> deliveries(run, "GIVEN_UP") == 1);
    assertThat(RECEIVER.calls("/gone/" + run)).hasSize(1);
  }

  private String to(String path, String format) {
    return "{\"type\":\"webhook\",\"url\":\"%s\",\"format\":\"%s\"}"
        .formatted(RECEIVER.url(path + "/" + run), format);
  }
}
