package io.slipway.notifier.delivery;

import io.slipway.notifier.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Something to be told to one recipient, once.
 *
 * @param id follows from the event, the channel and the recipient, so that an event which is heard
 *     again makes no second delivery
 */
public record Delivery(String id, String organization, String runId, Channel channel) {
  private static final int LENGTH = 16;

  /** The delivery to which an event gives rise. */
  public static Delivery because(
      String eventId, String organization, String runId, Channel channel) {
    var about = String.join("\n", eventId, channel.kind().id(), channel.recipient());
    return new Delivery(digest(about), organization, runId, channel);
  }

  private static String digest(String text) {
    try {
      var bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
