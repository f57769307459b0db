package io.slipway.chassis.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parses and prints JSON so that a value survives the round trip: members keep their order, numbers
 * their text ({@code 5.0} stays {@code 5.0}), and a repeated member is refused.
 */
public final class Json {
  private static final int DEEPEST = 64;

  /** The one mapper of the house; HTTP bodies, rows and events are all read and written by it. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(8 * 1024 * 1024)
                          .maxNumberLength(400)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /**
   * Parses a JSON text.
   *
   * @throws JacksonException when it is no JSON, has a repeated member, or is nested too deep
   */
  public static JsonNode parse(String text) {
    return MAPPER.readTree(text);
  }

  /** Parses bytes in UTF-8; see {@link #parse(String)}. */
  public static JsonNode parse(byte[] utf8) {
    return MAPPER.readTree(utf8);
  }

  /** Parses a text that is known to hold an object. */
  public static ObjectNode object(String text) {
    return (ObjectNode) parse(text);
  }

  /** Parses a text that may be absent. */
  public static @Nullable JsonNode parseOptional(@Nullable String text) {
    return text == null ? null : parse(text);
  }

  /** An empty object to fill. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** An empty array to fill. */
  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** An array of strings, in the order given. */
  public static ArrayNode strings(Iterable<String> values) {
    var array = array();
    values.forEach(array::add);
    return array;
  }

  /** The compact text of a value. */
  public static String text(JsonNode value) {
    return MAPPER.writeValueAsString(value);
  }

  /** The compact text of a value that may be absent. */
  public static @Nullable String textOptional(@Nullable JsonNode value) {
    return value == null || value.isMissingNode() ? null : text(value);
  }

  /** A string member, or null when it is absent, null or no string. */
  public static @Nullable String string(JsonNode object, String member) {
    var value = object.get(member);
    return value != null && value.isString() ? value.stringValue() : null;
  }
}
