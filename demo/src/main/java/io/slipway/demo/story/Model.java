package io.slipway.demo.story;

import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The blueprints, entities and actions of the demo, as JSON that one may use elsewhere. */
final class Model {

  private static final JsonMapper JSON = new JsonMapper();

  private Model() {}

  static JsonNode blueprint(String identifier) throws IOException {
    return read("blueprints/" + identifier);
  }

  static JsonNode entities(String blueprint) throws IOException {
    return read("entities/" + blueprint);
  }

  static JsonNode action(String identifier) throws IOException {
    return read("actions/" + identifier);
  }

  private static JsonNode read(String name) throws IOException {
    var path = "/io/slipway/demo/model/" + name + ".json";
    try (var file = Model.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("The demo's jar lacks " + path);
      }
      return JSON.readTree(file);
    }
  }
}
