package io.slipway.notifier.delivery.http;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import io.slipway.notifier.Notifier;
import io.slipway.notifier.delivery.GivenUp;
import io.slipway.notifier.delivery.RunLogs;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The logs of runs behind the orchestrator's door. */
@Component
class OrchestratorRunLogs implements RunLogs {
  private static final int NOT_FOUND = 404;

  private final Doors doors;

  OrchestratorRunLogs(Doors doors) {
    this.doors = doors;
  }

  @Override
  public Mono<Void> write(GivenUp givenUp) {
    var delivery = givenUp.delivery();
    var body = Json.object().put("id", delivery.id()).put("message", givenUp.line());
    var self = Caller.service(delivery.organization(), Notifier.NAME);
    return doors
        .post(Service.RUN_ORCHESTRATOR, "/internal/runs/" + delivery.runId() + "/log", self, body)
        .then()
        .onErrorResume(OrchestratorRunLogs::isGone, _ -> Mono.empty());
  }

  /** A run that is no more has no log, and waiting for it would be in vain. */
  private static boolean isGone(Throwable failure) {
    return failure instanceof Refusal refusal && refusal.status() == NOT_FOUND;
  }
}
