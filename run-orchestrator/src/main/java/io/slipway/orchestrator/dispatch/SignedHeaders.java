package io.slipway.orchestrator.dispatch;

import java.time.Instant;

/**
 * The two headers by which the receiver of a call knows that it is ours.
 *
 * @param timestamp seconds since 1970, as decimal digits
 */
public record SignedHeaders(String timestamp, String signature) {

  /** Signs exactly the text that is sent; nothing sent is signed as an empty text. */
  public static SignedHeaders of(String text, SigningKey key, Instant at) {
    var timestamp = Long.toString(at.getEpochSecond());
    return new SignedHeaders(timestamp, SignedMessage.signature(text, key, timestamp));
  }
}
