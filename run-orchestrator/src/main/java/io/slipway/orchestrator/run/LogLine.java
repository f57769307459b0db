package io.slipway.orchestrator.run;

import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** One line in the log of a run. */
public record LogLine(String id, RunId runId, String message, String createdBy, Instant createdAt) {

  /** A new line. */
  public static LogLine of(RunId runId, String message, Actor by, Instant at) {
    return new LogLine(Ids.withPrefix("runLog_"), runId, message, by.id(), Times.shown(at));
  }

  /** The five keys that clients read. */
  public ObjectNode view() {
    var view = Json.object();
    view.put("id", id);
    view.put("runId", runId.value());
    view.put("message", message);
    view.put("createdBy", createdBy);
    view.put("createdAt", Times.text(createdAt));
    return view;
  }
}
