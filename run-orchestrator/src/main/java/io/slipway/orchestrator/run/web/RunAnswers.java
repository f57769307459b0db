package io.slipway.orchestrator.run.web;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import io.slipway.orchestrator.run.Run;
import io.slipway.orchestrator.run.RunView;
import io.slipway.orchestrator.run.Runs.Advanced;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How runs and what became of requests about them are answered. */
final class RunAnswers {
  private RunAnswers() {}

  /** {@code {ok, run}}; the shape of today unless the older one is asked for. */
  static ObjectNode run(Run run, @Nullable String version) {
    var answer = ok();
    answer.set("run", view(run, version));
    return answer;
  }

  static ObjectNode view(Run run, @Nullable String version) {
    return "v1".equals(version) ? RunView.v1(run) : RunView.v2(run);
  }

  /** The run after a report; 422 when it changed nothing because it came at the wrong time. */
  static Run accepted(Advanced advanced) {
    return switch (advanced) {
      case Advanced.Applied applied -> applied.run();
      case Advanced.Repeated repeated -> repeated.run();
      case Advanced.Ignored ignored ->
          throw Refusal.of(
              422,
              "invalid_request",
              "Run " + ignored.run().id() + " cannot be updated. " + ignored.why());
    };
  }

  static ObjectNode ok() {
    return Json.object().put("ok", true);
  }
}
