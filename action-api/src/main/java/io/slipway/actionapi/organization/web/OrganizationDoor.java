package io.slipway.actionapi.organization.web;

import io.slipway.actionapi.organization.FoundOrganization;
import io.slipway.actionapi.organization.FoundOrganization.Reply;
import io.slipway.actionapi.organization.Founding;
import io.slipway.actionapi.organization.Organizations;
import io.slipway.actionapi.organization.ProvisioningWorker;
import io.slipway.chassis.doors.DoorFilter;
import io.slipway.chassis.doors.DoorTokens;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The operator's door: make an organisation, and see how far it is. */
@RestController
class OrganizationDoor {
  private final FoundOrganization foundOrganization;
  private final Organizations organizations;
  private final ProvisioningWorker worker;
  private final String apiUrl;
  private final String kafkaBootstrap;

  OrganizationDoor(
      FoundOrganization foundOrganization,
      Organizations organizations,
      ProvisioningWorker worker,
      @Value("${slipway.public-url:http://127.0.0.1:8080}") String apiUrl,
      @Value("${slipway.agents.bootstrap:127.0.0.1:9092}") String kafkaBootstrap) {
    this.foundOrganization = foundOrganization;
    this.organizations = organizations;
    this.worker = worker;
    this.apiUrl = apiUrl;
    this.kafkaBootstrap = kafkaBootstrap;
  }

  @PostMapping("/internal/organizations")
  Mono<ResponseEntity<JsonNode>> found(ServerWebExchange exchange, @RequestBody JsonNode body) {
    operatorOnly(exchange);
    return foundOrganization
        .handle(Founding.of(body))
        .map(
            reply -> {
              worker.wake();
              return render(reply);
            });
  }

  @GetMapping("/internal/organizations/{id}")
  Mono<JsonNode> state(ServerWebExchange exchange, @PathVariable String id) {
    operatorOnly(exchange);
    return organizations
        .find(id)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Organization", id)))
        .map(
            found ->
                Json.object()
                    .put("ok", true)
                    .put("id", found.id())
                    .put("state", found.state().name()));
  }

  private ResponseEntity<JsonNode> render(Reply reply) {
    return switch (reply) {
      case Reply.Founded(var founding) -> ResponseEntity.accepted().body(credentials(founding));
      case Reply.AlreadyFounded(var founding) ->
          ResponseEntity.accepted().body(credentials(founding));
      case Reply.Taken(var id) -> throw Refusal.taken("Organization", id);
      case Reply.Invalid(var faults) -> throw Refusal.invalid(faults);
    };
  }

  /** As {@code credentials.json} has them. */
  private JsonNode credentials(Founding founding) {
    return founding.credentials().put("apiUrl", apiUrl).put("kafkaBootstrap", kafkaBootstrap);
  }

  private static void operatorOnly(ServerWebExchange exchange) {
    if (!DoorTokens.OPERATOR.equals(DoorFilter.issuer(exchange))) {
      throw Refusal.forbidden("Only the operator may make organizations");
    }
  }
}
