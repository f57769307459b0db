package io.slipway.orchestrator.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message with its signature inside. What is signed is the message with {@code headers} in its
 * place but without the two headers that the signature adds.
 */
public final class SignedMessage {
  private static final String HEADERS = "headers";
  private static final String TIMESTAMP = "X-Port-Timestamp";
  private static final String SIGNATURE = "X-Port-Signature";

  private SignedMessage() {}

  /** The bytes to send: UTF-8, and as Python would write them again. */
  public static byte[] of(ObjectNode message, SigningKey key, Instant at) {
    var signed = message.deepCopy();
    var headers =
        signed.get(HEADERS) instanceof ObjectNode given ? given : signed.putObject(HEADERS);
    var timestamp = Long.toString(at.getEpochSecond());
    var signature = signature(PythonJson.text(signed), key, timestamp);
    headers.put(TIMESTAMP, timestamp);
    headers.put(SIGNATURE, signature);
    return PythonJson.text(signed).getBytes(StandardCharsets.UTF_8);
  }

  /** The signature of a text at a time, as every client checks it. */
  static String signature(String text, SigningKey key, String timestamp) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var code = mac.doFinal((timestamp + "." + text).getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(code);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }
}
