package io.slipway.catalog.integration.web;

import io.slipway.catalog.face.Answers;
import io.slipway.catalog.face.Bodies;
import io.slipway.catalog.face.Query;
import io.slipway.catalog.integration.Integrations;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/v1/integration")
class IntegrationController {
  private final Integrations integrations;

  IntegrationController(Integrations integrations) {
    this.integrations = integrations;
  }

  @GetMapping
  Mono<JsonNode> all(Caller caller) {
    return integrations.all(caller).map(all -> Answers.ok("integrations", all));
  }

  /** None is provisioned by us. */
  @GetMapping("/provision-enabled")
  Mono<JsonNode> provisioned() {
    return Mono.fromSupplier(() -> Answers.ok("integrations", List.of()));
  }

  @PostMapping
  Mono<JsonNode> create(
      Caller caller,
      @RequestBody JsonNode body,
      @RequestParam MultiValueMap<String, String> parameters) {
    var upsert = new Query(parameters).flag("upsert");
    return answer(integrations.create(caller, Bodies.object(body), upsert));
  }

  @GetMapping("/{identifier}")
  Mono<JsonNode> get(
      Caller caller,
      @PathVariable String identifier,
      @RequestParam MultiValueMap<String, String> parameters) {
    var byLog = "logIngestId".equals(new Query(parameters).text("byField"));
    return answer(integrations.get(caller, identifier, byLog));
  }

  @PatchMapping("/{identifier}")
  Mono<JsonNode> patch(
      Caller caller,
      @PathVariable String identifier,
      @RequestBody(required = false) @org.jspecify.annotations.Nullable JsonNode body) {
    var said = body == null ? Json.object() : Bodies.object(body);
    return answer(integrations.patch(caller, identifier, said));
  }

  @PatchMapping("/{identifier}/config")
  Mono<JsonNode> config(
      Caller caller, @PathVariable String identifier, @RequestBody JsonNode body) {
    return answer(
        integrations.patch(caller, identifier, Bodies.closed(body, Set.of("config", "title"))));
  }

  @PatchMapping("/{identifier}/resync-state")
  Mono<JsonNode> resyncState(
      Caller caller, @PathVariable String identifier, @RequestBody JsonNode body) {
    return answer(integrations.resyncState(caller, identifier, Bodies.object(body)));
  }

  @GetMapping("/{identifier}/resync-request")
  Mono<JsonNode> resyncRequest(Caller caller, @PathVariable String identifier) {
    return integrations
        .resyncRequest(caller, identifier)
        .map(request -> Answers.ok("request", request));
  }

  @DeleteMapping("/{identifier}")
  Mono<JsonNode> delete(Caller caller, @PathVariable String identifier) {
    return integrations.delete(caller, identifier).then(Mono.fromSupplier(Answers::ok));
  }

  /**
   * Samples of what an integration reads are for a form that Slipway does not have; none is kept.
   */
  @PostMapping("/{identifier}/kinds/{kind}/examples")
  Mono<JsonNode> examples(Caller caller, @PathVariable String identifier) {
    return integrations.get(caller, identifier, false).map(one -> Answers.ok());
  }

  @GetMapping("/{identifier}/kinds")
  Mono<JsonNode> kinds(Caller caller, @PathVariable String identifier) {
    return integrations
        .get(caller, identifier, false)
        .map(one -> Answers.ok("data", Json.object()));
  }

  /** What an integration tells of its own work, as well as it can; it is taken and not kept. */
  @RequestMapping("/{identifier}/ingest/**")
  Mono<JsonNode> ingest(Caller caller, @PathVariable String identifier) {
    return integrations.get(caller, identifier, false).map(one -> Answers.ok());
  }

  private static Mono<JsonNode> answer(Mono<ObjectNode> integration) {
    return integration.map(one -> Answers.ok("integration", one));
  }
}
