package io.slipway.chaos;

import io.slipway.bench.suite.Edge;
import io.slipway.bench.suite.Json;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** The two actions whose runs are asked for: one that asks nobody, and one that needs approval. */
final class Actions {

  /** The input that says which wish a run is. */
  static final String TOKEN = "wish";

  static final String RUNS = "/v1/actions/runs/";

  private static final String PLAIN = "slipway_chaos";
  private static final String ASKING = "slipway_chaos_asking";

  private Actions() {}

  static void ensure(Edge edge) throws IOException {
    ensure(edge, PLAIN, false);
    ensure(edge, ASKING, true);
  }

  private static void ensure(Edge edge, String id, boolean asks) throws IOException {
    if (edge.get("/v1/actions/" + id).ok()) {
      return;
    }
    var answer = edge.post("/v1/actions", definition(id, asks));
    if (!answer.ok() && answer.status() != 409) {
      throw new IOException("the action " + id + " was not made: " + answer.said());
    }
  }

  static String path(Plan plan) {
    return "/v1/actions/" + (plan.asks() ? ASKING : PLAIN) + "/runs";
  }

  static JsonNode inputs(Wish wish) {
    var body = Json.object();
    body.putObject("properties").put(TOKEN, wish.token());
    return body;
  }

  /** The wish that an invocation is about, by its inputs; empty if they name none. */
  static String tokenOfInvocation(byte[] value) {
    return Json.parse(value).path("payload").path("properties").path(TOKEN).asString("");
  }

  /** The same for a run as the API shows it. */
  static String tokenOfRun(String json) {
    return Json.parse(json).path("properties").path(TOKEN).asString("");
  }

  private static JsonNode definition(String id, boolean asks) {
    var action = Json.object().put("identifier", id).put("title", "Chaos");
    var trigger =
        action.putObject("trigger").put("type", "self-service").put("operation", "CREATE");
    var inputs = trigger.putObject("userInputs");
    inputs.putObject("properties").putObject(TOKEN).put("type", "string");
    inputs.putArray("required").add(TOKEN);
    action.putObject("invocationMethod").put("type", "KAFKA");
    action.put("requiredApproval", asks);
    return action;
  }
}
