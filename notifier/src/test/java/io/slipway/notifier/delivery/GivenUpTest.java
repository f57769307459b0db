package io.slipway.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.notifier.channel.Channel;
import org.junit.jupiter.api.Test;

class GivenUpTest {

  @Test
  void anAddressOfASystemIsNotShownWhole() {
    var line = to("https://hooks.example.com/services/T0/secret?key=secret").line();

    assertThat(line)
        .isEqualTo("The notification to hooks.example.com could not be delivered: refused");
  }

  @Test
  void whatIsNoAddressIsNotShownAtAll() {
    assertThat(to("no secret address").line())
        .isEqualTo("The notification to the webhook could not be delivered: refused");
  }

  private static GivenUp to(String url) {
    var channel = new Channel.Webhook(url, "{}");
    return new GivenUp(Delivery.because("event", "org_1", "r_1", channel), "refused");
  }
}
