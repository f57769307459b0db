package io.slipway.catalog.webhook.web;

import io.slipway.catalog.face.Answers;
import io.slipway.catalog.face.Bodies;
import io.slipway.catalog.webhook.Webhooks;
import io.slipway.chassis.caller.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Clients know a webhook by the name {@code integration}. */
@RestController
@RequestMapping("/v1/webhooks")
class WebhookController {
  private final Webhooks webhooks;

  WebhookController(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @GetMapping
  Mono<JsonNode> all(Caller caller) {
    return webhooks.all(caller).map(all -> Answers.ok("integrations", all));
  }

  @GetMapping("/metadata")
  Mono<JsonNode> metadata(Caller caller) {
    return webhooks.metadata(caller).map(all -> Answers.ok("integrations", all));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<JsonNode> create(Caller caller, @RequestBody JsonNode body) {
    return answer(webhooks.create(caller, Bodies.object(body)));
  }

  @GetMapping("/{identifier}")
  Mono<JsonNode> get(Caller caller, @PathVariable String identifier) {
    return answer(webhooks.get(caller, identifier));
  }

  @PutMapping("/{identifier}")
  Mono<JsonNode> replace(
      Caller caller, @PathVariable String identifier, @RequestBody JsonNode body) {
    return answer(webhooks.replace(caller, identifier, Bodies.object(body)));
  }

  @PatchMapping("/{identifier}")
  Mono<JsonNode> patch(Caller caller, @PathVariable String identifier, @RequestBody JsonNode body) {
    return answer(webhooks.patch(caller, identifier, Bodies.object(body)));
  }

  @DeleteMapping("/{identifier}")
  Mono<JsonNode> delete(Caller caller, @PathVariable String identifier) {
    return webhooks.delete(caller, identifier).then(Mono.fromSupplier(Answers::ok));
  }

  private static Mono<JsonNode> answer(Mono<ObjectNode> webhook) {
    return webhook.map(one -> Answers.ok("integration", one));
  }
}
