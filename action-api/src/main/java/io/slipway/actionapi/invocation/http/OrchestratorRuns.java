package io.slipway.actionapi.invocation.http;

import io.slipway.actionapi.invocation.Runs;
import io.slipway.actionapi.invocation.Said;
import io.slipway.actionapi.invocation.SaidJson;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Hands invocations to the orchestrator. */
@Component
class OrchestratorRuns implements Runs {
  private final Doors doors;

  OrchestratorRuns(Doors doors) {
    this.doors = doors;
  }

  @Override
  public Mono<List<String>> begin(String organization, List<Said> invocations) {
    var body = Json.object();
    var events = body.putArray("events");
    invocations.forEach(said -> events.add(SaidJson.of(said)));
    return doors
        .post(
            Service.RUN_ORCHESTRATOR,
            "/internal/runs/begin",
            Caller.service(organization, Service.ACTION_API.id()),
            body)
        .map(answer -> texts(answer.path("begun")));
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(item -> texts.add(item.asString("")));
    return texts;
  }
}
