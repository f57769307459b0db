package io.slipway.bench;

import io.slipway.bench.suite.Edge;
import io.slipway.bench.suite.Json;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** The action whose runs are measured: two inputs of about 1 KB, handed to agents over Kafka. */
final class BenchAction {

  /** The input that says which life a run is. */
  static final String TOKEN = "life";

  static final String RUNS = "/v1/actions/runs/";

  private static final String ID = "slipway_bench";
  private static final String NOTE = "note";
  private static final String KILOBYTE = "lorem ipsum ".repeat(75);

  private BenchAction() {}

  /** Makes the action if the organisation has none yet. */
  static void ensure(Edge edge) throws IOException {
    if (edge.get("/v1/actions/" + ID).ok()) {
      return;
    }
    var answer = edge.post("/v1/actions", definition());
    if (!answer.ok() && answer.status() != 409) {
      throw new IOException("the action was not made: " + answer.said());
    }
  }

  static String path() {
    return "/v1/actions/" + ID + "/runs";
  }

  static JsonNode inputs(Life life) {
    var body = Json.object();
    body.putObject("properties").put(TOKEN, life.token()).put(NOTE, KILOBYTE);
    return body;
  }

  private static JsonNode definition() {
    var action = Json.object().put("identifier", ID).put("title", "Bench");
    var trigger =
        action.putObject("trigger").put("type", "self-service").put("operation", "CREATE");
    var inputs = trigger.putObject("userInputs");
    var properties = inputs.putObject("properties");
    properties.putObject(TOKEN).put("type", "string");
    properties.putObject(NOTE).put("type", "string");
    inputs.putArray("required").add(TOKEN);
    action.putObject("invocationMethod").put("type", "KAFKA");
    return action;
  }
}
