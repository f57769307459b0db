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
 * Serves the OpenAPI documents of both faces: {@code /openapi/v1.yaml}, {@code /openapi/api.yaml}.
 */
@RestController
class OpenApiController {
  private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

  @GetMapping("/openapi/{face}.yaml")
  ResponseEntity<Resource> document(@PathVariable String face) {
    var document = new ClassPathResource("openapi/" + face + ".yaml");
    if (!face.matches("v1|api") || !document.exists()) {
      throw Refusal.notFound("Document", face);
    }
    return ResponseEntity.ok().contentType(YAML).body(document);
  }
}
