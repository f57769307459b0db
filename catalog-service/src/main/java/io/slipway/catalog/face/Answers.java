package io.slipway.catalog.face;

import io.slipway.chassis.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The envelope of every answer: {@code {"ok": true, "<resource>": …}}. */
public final class Answers {
  private Answers() {}

  /** Done, and nothing to show. */
  public static ObjectNode ok() {
    var answer = Json.object();
    answer.put("ok", true);
    return answer;
  }

  /** One thing. */
  public static ObjectNode ok(String name, JsonNode value) {
    var answer = ok();
    answer.set(name, value);
    return answer;
  }

  /** A list of things. */
  public static ObjectNode ok(String name, List<? extends JsonNode> values) {
    var answer = ok();
    answer.putArray(name).addAll(values);
    return answer;
  }
}
