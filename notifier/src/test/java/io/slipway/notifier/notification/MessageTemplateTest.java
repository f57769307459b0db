package io.slipway.notifier.notification;

import static io.slipway.notifier.notification.NotificationFixture.CONSOLE;
import static io.slipway.notifier.notification.NotificationFixture.asked;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTemplateTest {

  @Test
  void asksForApprovalInBothForms() {
    var letter = MessageTemplate.asked(asked("{\"size\":5.0,\"name\":\"orders\"}"), CONSOLE);

    assertThat(letter.subject()).isEqualTo("[Approval] Create database · Payments · Ann Lee");
    assertThat(letter.text())
        .contains("Ann Lee asks to run “Create database” on “Payments”.")
        .contains("\nRequested by: Ann Lee\n")
        .contains("\nsize: 5.0\n")
        .contains("\nname: orders\n")
        .contains("\nhttps://slipway.example/organization/run?runId=r_1\n");
    assertThat(letter.html())
        .contains("href=\"https://slipway.example/organization/run?runId=r_1\"")
        .contains("orders")
        .doesNotContain("<script")
        .doesNotContain("src=");
  }

  @Test
  void showsWhatWasMaskedAsItIs() {
    var letter = MessageTemplate.asked(asked("{\"password\":\"****\"}"), CONSOLE);

    assertThat(letter.text()).contains("password: ****");
  }

  @Test
  void showsAnEntityByItsTitleAndOtherValuesAsJson() {
    var inputs =
        """
        {"env":{"identifier":"prod","title":"Production","properties":{"x":1}},
         "cluster":{"identifier":"c1","title":null},"tags":["a","b"],"spec":{"cpu":2}}
        """;

    assertThat(MessageTemplate.asked(asked(inputs), CONSOLE).text())
        .contains("env: Production\n")
        .contains("cluster: c1\n")
        .contains("tags: [\"a\",\"b\"]\n")
        .contains("spec: {\"cpu\":2}\n");
  }

  @Test
  void whatUsersTypedIsNoMarkup() {
    var inputs = "{\"<b>\":\"<img src=x onerror=alert(1)> & \\\"q\\\"\"}";

    assertThat(MessageTemplate.asked(asked(inputs), CONSOLE).html())
        .contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;q&quot;")
        .contains("&lt;b&gt;")
        .doesNotContain("<img");
  }

  @Test
  void aPercentSignIsAPercentSign() {
    assertThat(MessageTemplate.asked(asked("{\"share\":\"100%s %d %n\"}"), CONSOLE).html())
        .contains("100%s %d %n");
  }

  @Test
  void theSubjectStaysOneLineOfReasonableLength() {
    var about = asked("{}").about();
    var noisy =
        new AboutRun(
            about.organization(),
            about.runId(),
            "line\r\nBcc: everyone@x " + "x".repeat(500),
            about.run(),
            about.at());
    var asked =
        new AskedApproval(
            noisy, NotificationFixture.ANN, java.util.List.of(), asked("{}").inputs(), null, 0);

    var subject = MessageTemplate.asked(asked, CONSOLE).subject();

    assertThat(subject).doesNotContain("\n", "\r").hasSizeLessThanOrEqualTo(180);
  }

  @Test
  void aReminderSaysSo() {
    assertThat(MessageTemplate.asked(asked("{}", null, 1), CONSOLE).subject())
        .startsWith("[Approval, reminder] ");
  }

  @Test
  void longValuesAreShortened() {
    var letter = MessageTemplate.asked(asked("{\"text\":\"" + "y".repeat(5000) + "\"}"), CONSOLE);

    assertThat(letter.text()).hasSizeLessThan(1500).contains("y…");
  }
}
