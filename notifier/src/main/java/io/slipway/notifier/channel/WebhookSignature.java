package io.slipway.notifier.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature by which a receiver knows that a request is ours: HMAC-SHA256 over the time, a dot,
 * and the body.
 *
 * @param timestamp seconds since 1970, as decimal digits
 * @param signature {@code v1,} and the MAC in base64
 */
public record WebhookSignature(String timestamp, String signature) {
  private static final String ALGORITHM = "HmacSHA256";

  /** Signs a body with the organisation's client secret. */
  public static WebhookSignature of(String secret, Instant now, String body) {
    var timestamp = Long.toString(now.getEpochSecond());
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      var bytes = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
      return new WebhookSignature(timestamp, "v1," + Base64.getEncoder().encodeToString(bytes));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }
}
