package io.slipway.actionapi.invocation;

import io.slipway.chassis.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Encrypts secret inputs as agents decrypt them: AES-256-GCM with the first 32 bytes of the
 * organisation's secret, base64 of a random IV of 16 bytes, the ciphertext and the tag.
 */
public final class SecretInputs {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY = 32;
  private static final int IV = 16;
  private static final int TAG_BITS = 128;
  private static final int SMALLEST_CLIENT_SIDE = 12 + 256 + 16;

  private SecretInputs() {}

  /** The values with each of our secrets in the place of its clear text. */
  public static ObjectNode encrypt(UserInputs inputs, String clientSecret) {
    var values = inputs.values();
    inputs
        .secrets()
        .forEach(
            (name, how) -> {
              if (how == UserInputs.Encryption.OURS) {
                var clear = values.path(name);
                var text = clear.isString() ? clear.stringValue() : Json.text(clear);
                values.put(name, encrypt(text, clientSecret));
              }
            });
    return values;
  }

  static String encrypt(String clear, String clientSecret) {
    var secret = clientSecret.getBytes(StandardCharsets.UTF_8);
    var key = Arrays.copyOf(secret, KEY);
    var iv = new byte[IV];
    RANDOM.nextBytes(iv);
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
      var sealed = cipher.doFinal(clear.getBytes(StandardCharsets.UTF_8));
      var all = ByteBuffer.allocate(IV + sealed.length).put(iv).put(sealed).array();
      return Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("every JDK has AES-GCM", failure);
    }
  }

  /** Guards against clear text where a client should have encrypted. */
  static boolean looksEncrypted(JsonNode value) {
    if (!value.isString()) {
      return false;
    }
    try {
      return Base64.getDecoder().decode(value.stringValue()).length >= SMALLEST_CLIENT_SIDE;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
