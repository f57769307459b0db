package io.slipway.bench.suite;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What came back over HTTP; a body that is no JSON is a missing node.
 *
 * @param retryAfter how long the server asked us to wait, in whole seconds
 */
public record Answer(int status, JsonNode body, Optional<Duration> retryAfter) {

  public boolean ok() {
    return status / 100 == 2;
  }

  public String runId() {
    return body.path("run").path("id").asString("");
  }

  public String runStatus() {
    return body.path("run").path("status").asString("");
  }

  /** For people, when this was not the answer hoped for. */
  public String said() {
    var message = body.path("message").asString("");
    return "HTTP " + status + (message.isEmpty() ? "" : ": " + message);
  }
}
