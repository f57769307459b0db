package io.slipway.demo.agent;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whether a message was made by Slipway for us.
 *
 * <p>Slipway signs the compact JSON of a message before it puts time and signature into {@code
 * headers}. So both are taken out again and the rest is written as it came, in its order and with
 * its numbers as they were spelt: {@code HMAC-SHA256(clientSecret, timestamp + "." + json)}.
 */
public final class Signature {

  private static final String TIMESTAMP = "X-Port-Timestamp";
  private static final String SIGNATURE = "X-Port-Signature";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES, JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .build();

  private final SecretKeySpec key;

  public Signature(String clientSecret) {
    key = new SecretKeySpec(clientSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** Whether the message bears our signature. */
  public boolean isGenuine(String message) {
    try {
      var read = new Reading(message);
      var expected = "v1," + hmac(read.timestamp + "." + read.signed);
      return !read.signature.isEmpty()
          && MessageDigest.isEqual(
              expected.getBytes(StandardCharsets.UTF_8),
              read.signature.getBytes(StandardCharsets.UTF_8));
    } catch (JacksonException notJson) {
      return false;
    }
  }

  private String hmac(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      var digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
    }
  }

  /** The message without its two keys, and these. */
  private static final class Reading {

    private String timestamp = "";
    private String signature = "";
    private final String signed;

    Reading(String message) {
      var text = new StringWriter(message.length());
      try (var from = JSON.createParser(message);
          var to = JSON.createGenerator(text)) {
        copy(from, to);
      }
      signed = text.toString();
    }

    private void copy(JsonParser from, JsonGenerator to) {
      var depth = 0;
      var member = "";
      for (var token = from.nextToken(); token != null; token = from.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.PROPERTY_NAME && depth == 1) {
          member = from.currentName();
        }
        var ours = token == JsonToken.PROPERTY_NAME && depth == 2 && member.equals("headers");
        if (!ours || !taken(from)) {
          write(token, from, to);
        }
      }
    }

    private boolean taken(JsonParser from) {
      switch (from.currentName()) {
        case TIMESTAMP -> {
          from.nextToken();
          timestamp = from.getString();
          return true;
        }
        case SIGNATURE -> {
          from.nextToken();
          signature = from.getString();
          return true;
        }
        default -> {
          return false;
        }
      }
    }

    private static void write(JsonToken token, JsonParser from, JsonGenerator to) {
      switch (token) {
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> to.writeNumber(from.getString());
        case VALUE_STRING -> to.writeString(from.getString());
        case PROPERTY_NAME -> to.writeName(from.currentName());
        case START_OBJECT -> to.writeStartObject();
        case END_OBJECT -> to.writeEndObject();
        case START_ARRAY -> to.writeStartArray();
        case END_ARRAY -> to.writeEndArray();
        case VALUE_TRUE -> to.writeBoolean(true);
        case VALUE_FALSE -> to.writeBoolean(false);
        case VALUE_NULL -> to.writeNull();
        case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
            throw new IllegalStateException("No text of JSON has " + token);
      }
    }
  }
}
