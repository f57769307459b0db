package io.slipway.chassis.audit;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The door at which the edge asks an owner for its audit rows, to merge them. */
@RestController
public final class AuditDoor {
  private final AuditTrail trail;

  public AuditDoor(AuditTrail trail) {
    this.trail = trail;
  }

  @GetMapping("/internal/audit")
  Mono<JsonNode> audit(Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    return trail
        .read(caller.organization(), AuditQuery.of(parameters))
        .map(AuditTrail::view)
        .collectList()
        .map(
            rows -> {
              var answer = Json.object();
              answer.put("ok", true);
              answer.putArray("audits").addAll(rows);
              return answer;
            });
  }
}
