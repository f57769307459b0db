package io.slipway.actionapi.routing.web;

import io.slipway.chassis.problem.Refusal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the OpenAPI documents of both faces, {@code /openapi/v1.yaml} and {@code
 * /openapi/api.yaml}, and the AsyncAPI document of the topics, {@code /asyncapi/events.yaml}.
 */
@RestController
class OpenApiController {
  private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

  @GetMapping("/openapi/{face}.yaml")
  ResponseEntity<Resource> face(@PathVariable String face) {
    if (!face.matches("v1|api")) {
      throw Refusal.notFound("Document", face);
    }
    return document(face);
  }

  @GetMapping("/asyncapi/events.yaml")
  ResponseEntity<Resource> events() {
    return document("events");
  }

  private static ResponseEntity<Resource> document(String name) {
    return ResponseEntity.ok()
        .contentType(YAML)
        .body(new ClassPathResource("openapi/" + name + ".yaml"));
  }
}
