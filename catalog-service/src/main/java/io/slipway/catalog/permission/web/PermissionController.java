package io.slipway.catalog.permission.web;

import io.slipway.catalog.face.Answers;
import io.slipway.catalog.permission.EditPermissions;
import io.slipway.chassis.caller.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/v1/blueprints/{blueprint}/permissions")
class PermissionController {
  private final EditPermissions edit;

  PermissionController(EditPermissions edit) {
    this.edit = edit;
  }

  @GetMapping
  Mono<JsonNode> get(Caller caller, @PathVariable String blueprint) {
    return edit.read(caller, blueprint).map(view -> Answers.ok("permissions", view));
  }

  @PatchMapping
  Mono<JsonNode> change(Caller caller, @PathVariable String blueprint, @RequestBody JsonNode body) {
    return edit.change(caller, blueprint, body).map(view -> Answers.ok("permissions", view));
  }
}
