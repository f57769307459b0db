package io.slipway.actionapi.organization.web;

import io.slipway.actionapi.organization.Organization;
import io.slipway.actionapi.organization.OrganizationChange;
import io.slipway.actionapi.organization.Organizations;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Refusal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The caller's own organisation, and how its agents get in. */
@RestController
class OrganizationController {
  private final Organizations organizations;
  private final List<String> brokers;
  private final Clock clock;

  OrganizationController(
      Organizations organizations,
      @Value("${slipway.agents.bootstrap:127.0.0.1:9092}") String bootstrap,
      Clock clock) {
    this.organizations = organizations;
    this.brokers = Arrays.stream(bootstrap.split(",")).map(String::strip).toList();
    this.clock = clock;
  }

  @GetMapping("/v1/organization")
  Mono<JsonNode> get(Caller caller) {
    return own(caller).map(OrganizationController::answer);
  }

  /** As PATCH, but for the name, which the contract asks for here. */
  @PutMapping("/v1/organization")
  Mono<JsonNode> replace(Caller caller, @RequestBody JsonNode body) {
    adminOnly(caller, "change the organization");
    if (body.isObject() && !body.has("name")) {
      throw Refusal.invalid("", "must have required property 'name'");
    }
    return change(caller, body);
  }

  @PatchMapping("/v1/organization")
  Mono<JsonNode> change(Caller caller, @RequestBody JsonNode body) {
    adminOnly(caller, "change the organization");
    var faults = OrganizationChange.faults(body);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return organizations
        .change(
            caller.organization(),
            before ->
                before.with(
                    OrganizationChange.apply(before.profile(), body), Times.shown(clock.instant())))
        .switchIfEmpty(unknown(caller))
        .map(OrganizationController::answer);
  }

  @GetMapping("/v1/kafka-credentials")
  Mono<JsonNode> kafkaCredentials(Caller caller) {
    adminOnly(caller, "read the Kafka credentials");
    return own(caller)
        .zipWith(organizations.credentials(caller.organization()))
        .map(
            both -> {
              var answer = Json.object().put("ok", true);
              var credentials = answer.putObject("credentials");
              credentials.set("brokers", Json.strings(brokers));
              credentials.put("username", both.getT1().kafkaUsername());
              credentials.put("password", both.getT2().kafkaPassword());
              return answer;
            });
  }

  private Mono<Organization> own(Caller caller) {
    return organizations.find(caller.organization()).switchIfEmpty(unknown(caller));
  }

  private static Mono<Organization> unknown(Caller caller) {
    return Mono.error(() -> Refusal.notFound("Organization", caller.organization()));
  }

  private static void adminOnly(Caller caller, String what) {
    if (!caller.isAdmin()) {
      throw Refusal.forbidden("Only an Admin or the organization's own credentials may " + what);
    }
  }

  private static ObjectNode answer(Organization organization) {
    var answer = Json.object().put("ok", true);
    var view = answer.putObject("organization");
    view.put("id", organization.id());
    view.put("name", organization.name());
    view.putArray("featureFlags");
    view.set("settings", organization.settings());
    organization.profile().properties().stream()
        .filter(member -> !view.has(member.getKey()))
        .forEach(member -> view.set(member.getKey(), member.getValue()));
    if (!view.has("isOnboarded")) {
      view.put("isOnboarded", false);
    }
    if (!view.has("announcement")) {
      view.putObject("announcement").put("enabled", false);
    }
    view.put("createdAt", Times.text(organization.createdAt()));
    view.put("updatedAt", Times.text(organization.changedAt()));
    return answer;
  }
}
