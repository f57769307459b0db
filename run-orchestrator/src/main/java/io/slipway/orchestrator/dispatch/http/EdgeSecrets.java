package io.slipway.orchestrator.dispatch.http;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import io.slipway.orchestrator.dispatch.OrganizationSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Asks the edge for secrets, each time one is used: so a rotation counts from the next run on. */
@Component
class EdgeSecrets implements OrganizationSecrets {
  private static final int NOT_FOUND = 404;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Doors doors;

  EdgeSecrets(Doors doors) {
    this.doors = doors;
  }

  @Override
  public Mono<String> value(String organization, String name) {
    var self = Caller.service(organization, Service.RUN_ORCHESTRATOR.id());
    var path =
        "/internal/organization/secrets/"
            + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
    return doors
        .get(Service.ACTION_API, path, self)
        .flatMap(answer -> Mono.justOrEmpty(Json.string(answer.path("secret"), "secretValue")))
        .timeout(PATIENCE)
        .onErrorResume(
            Refusal.class,
            refusal -> refusal.status() == NOT_FOUND ? Mono.empty() : Mono.error(refusal));
  }
}
