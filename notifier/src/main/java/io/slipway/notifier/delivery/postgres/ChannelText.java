package io.slipway.notifier.delivery.postgres;

import io.slipway.chassis.json.Json;
import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Letter;
import tools.jackson.databind.JsonNode;

/** The column that holds what a delivery carries. */
final class ChannelText {
  private ChannelText() {}

  static String of(Channel channel) {
    var content = Json.object();
    switch (channel) {
      case Channel.Email email -> {
        content.put("subject", email.letter().subject());
        content.put("text", email.letter().text());
        content.put("html", email.letter().html());
      }
      case Channel.Webhook webhook -> content.put("body", webhook.body());
    }
    return Json.text(content);
  }

  static Channel read(String kind, String recipient, String text) {
    var content = Json.parse(text);
    return switch (kind) {
      case "email" ->
          new Channel.Email(
              recipient,
              new Letter(
                  required(content, "subject"),
                  required(content, "text"),
                  required(content, "html")));
      case "webhook" -> new Channel.Webhook(recipient, required(content, "body"));
      default -> throw new IllegalStateException("a delivery through " + kind);
    };
  }

  private static String required(JsonNode content, String member) {
    return content.required(member).stringValue();
  }
}
