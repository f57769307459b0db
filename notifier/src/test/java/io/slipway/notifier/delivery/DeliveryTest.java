package io.slipway.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Letter;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private static final Letter LETTER = new Letter("s", "t", "h");

  @Test
  void theSameEventToTheSameRecipientIsTheSameDelivery() {
    var first = to("event-1", new Channel.Email("ann@x", LETTER));
    var repeated = to("event-1", new Channel.Email("ann@x", new Letter("other", "words", "now")));

    assertThat(repeated.id()).isEqualTo(first.id()).matches("[0-9a-f]{32}");
  }

  @Test
  void anotherEventRecipientOrChannelIsAnotherDelivery() {
    var ids =
        java.util.List.of(
            to("event-1", new Channel.Email("ann@x", LETTER)).id(),
            to("event-2", new Channel.Email("ann@x", LETTER)).id(),
            to("event-1", new Channel.Email("bob@x", LETTER)).id(),
            to("event-1", new Channel.Webhook("ann@x", "{}")).id());

    assertThat(ids).doesNotHaveDuplicates();
  }

  private static Delivery to(String event, Channel channel) {
    return Delivery.because(event, "org_1", "r_1", channel);
  }
}
