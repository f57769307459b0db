package io.slipway.notifier.delivery;

import io.slipway.notifier.channel.Channel;
import java.net.URI;

/** A delivery that is not tried again, of which its run has not been told yet. */
public record GivenUp(Delivery delivery, String why) {

  /**
   * The line for the log of the run. An address of a system may hold a secret, so only its host.
   */
  public String line() {
    return switch (delivery.channel()) {
      case Channel.Email email ->
          "The e-mail to %s could not be delivered: %s".formatted(email.address(), why);
      case Channel.Webhook webhook ->
          "The notification to %s could not be delivered: %s".formatted(host(webhook.url()), why);
    };
  }

  private static String host(String url) {
    try {
      var host = URI.create(url).getHost();
      return host == null ? "the webhook" : host;
    } catch (IllegalArgumentException notAnAddress) {
      return "the webhook";
    }
  }
}
