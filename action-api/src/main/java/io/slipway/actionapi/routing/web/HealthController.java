package io.slipway.actionapi.routing.web;

import io.slipway.chassis.json.Json;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Whether somebody answers here at all; asked without a token. */
@RestController
class HealthController {
  @GetMapping("/v1/health")
  JsonNode health() {
    return Json.object().put("ok", true);
  }
}
