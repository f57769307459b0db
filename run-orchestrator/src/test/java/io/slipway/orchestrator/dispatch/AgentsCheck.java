package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.node.ObjectNode;

/** Checks a message as an agent does: takes the two headers out, writes it again, compares. */
public final class AgentsCheck {
  private AgentsCheck() {}

  public static boolean accepts(String message, SigningKey key) {
    var parsed = Json.object(message);
    var headers = (ObjectNode) parsed.get("headers");
    var signature = headers.remove("X-Port-Signature").stringValue();
    var timestamp = headers.remove("X-Port-Timestamp").stringValue();
    return signature.equals(SignedMessage.signature(PythonJson.text(parsed), key, timestamp));
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
