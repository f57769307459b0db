package io.slipway.bench.suite;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The one mapper of these programs. */
public final class Json {

  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** A missing node where there is no JSON. */
  public static JsonNode parse(byte[] utf8) {
    try {
      return utf8.length == 0 ? MissingNode.getInstance() : MAPPER.readTree(utf8);
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** A missing node where there is no JSON. */
  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }

  public static byte[] bytes(JsonNode node) {
    return MAPPER.writeValueAsBytes(node);
  }
}
