package io.slipway.notifier.notification;

import static io.slipway.notifier.notification.NotificationFixture.CONSOLE;
import static io.slipway.notifier.notification.NotificationFixture.asked;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhookTemplateTest {
  private static final String JSON = "{\"type\":\"webhook\",\"url\":\"https://h\"}";
  private static final String SLACK =
      "{\"type\":\"webhook\",\"url\":\"https://h\",\"format\":\"slack\"}";

  @Test
  void saysInJsonAllThatIsKnown() {
    var body = body("{\"hidden\":1,\"password\":\"****\"}", JSON);

    assertThat(body.path("event").asString()).isEqualTo("approval_requested");
    assertThat(body.path("run").path("id").asString()).isEqualTo("r_1");
    assertThat(body.path("action"))
        .isEqualTo(
            Json.parse(
                "{\"identifier\":\"create_db\",\"title\":\"Create database\",\"icon\":\"Db\"}"));
    assertThat(body.path("requester"))
        .isEqualTo(
            Json.parse(
                "{\"id\":\"u1\",\"email\":\"ann@x\",\"firstName\":\"Ann\",\"lastName\":\"Lee\"}"));
    assertThat(body.path("entity").path("identifier").asString()).isEqualTo("payments");
    assertThat(body.path("inputs")).isEqualTo(Json.parse("{\"hidden\":1,\"password\":\"****\"}"));
    assertThat(body.path("approvers")).isEqualTo(Json.parse("[\"bob@x\",\"cy@x\"]"));
    assertThat(body.path("requiredApproval")).isEqualTo(Json.parse("{\"type\":\"ANY\"}"));
    assertThat(body.path("runUrl").asString())
        .isEqualTo("https://slipway.example/organization/run?runId=r_1");
    assertThat(body.path("approveUrl").asString())
        .isEqualTo("https://slipway.example/v1/actions/runs/r_1/approval");
    assertThat(body.path("requestedAt").asString()).isEqualTo("2026-03-01T09:00:00.000Z");
  }

  @Test
  void isPrintedSoThatAReceiverPrintsItAlike() {
    assertThat(WebhookTemplate.body(asked("{\"n\":5.0}", JSON, 0), CONSOLE))
        .contains("\"inputs\":{\"n\":5}")
        .contains("\"size\":5,");
  }

  @Test
  void saysToSlackWhatItShows() {
    var body = body("{\"name\":\"<orders> & co\"}", SLACK);

    assertThat(body.path("text").asString())
        .isEqualTo(
            "Ann Lee asks to run Create database"
                + " <https://slipway.example/organization/run?runId=r_1|Open the run>");
    assertThat(body.path("blocks").path(0).path("type").asString()).isEqualTo("header");
    assertThat(body.path("blocks").path(2).path("fields").path(0).path("text").asString())
        .isEqualTo("*name*\n&lt;orders&gt; &amp; co");
    assertThat(body.path("blocks").path(3).path("elements").path(0).path("url").asString())
        .endsWith("runId=r_1");
  }

  @Test
  void staysWithinTheLimitsOfSlack() {
    var inputs =
        IntStream.range(0, 60)
            .mapToObj(i -> "\"input%d\":\"%s\"".formatted(i, "&".repeat(1000)))
            .collect(Collectors.joining(",", "{", "}"));

    var blocks = body(inputs, SLACK).path("blocks");

    assertThat(blocks).hasSizeLessThanOrEqualTo(50);
    assertThat(blocks.path(2).path("fields")).hasSize(10);
    assertThat(blocks.path(2).path("fields"))
        .allSatisfy(
            field -> assertThat(field.path("text").asString()).hasSizeLessThanOrEqualTo(2000));
  }

  @Test
  void withoutInputsThereIsNoEmptySection() {
    assertThat(body("{}", SLACK).path("blocks")).hasSize(3);
  }

  private static JsonNode body(String inputs, String how) {
    return Json.parse(WebhookTemplate.body(asked(inputs, how, 0), CONSOLE));
  }
}
