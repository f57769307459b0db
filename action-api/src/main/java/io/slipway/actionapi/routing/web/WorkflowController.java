package io.slipway.actionapi.routing.web;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Polling agents ask for workflow nodes too, and stop when that is an error: there are none. */
@RestController
class WorkflowController {
  @PostMapping("/v1/workflows/runs/claim-pending")
  JsonNode claimPending(Caller caller) {
    var answer = Json.object().put("ok", true);
    answer.putArray("nodeRuns");
    return answer;
  }

  @PatchMapping("/v1/workflows/runs/ack")
  JsonNode acknowledge(Caller caller) {
    return Json.object().put("ok", true).put("acked", false);
  }
}
