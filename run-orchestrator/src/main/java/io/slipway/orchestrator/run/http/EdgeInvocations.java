package io.slipway.orchestrator.run.http;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.doors.Service;
import io.slipway.chassis.problem.Refusal;
import io.slipway.orchestrator.run.Invocation;
import io.slipway.orchestrator.run.Invocations;
import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.Translation;
import java.util.Base64;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the edge for an invocation. */
@Component
class EdgeInvocations implements Invocations {
  private final Doors doors;
  private final Translation translation;

  EdgeInvocations(Doors doors, Translation translation) {
    this.doors = doors;
    this.translation = translation;
  }

  @Override
  public Mono<Invocation> fetch(String organization, RunId id) {
    var self = Caller.service(organization, Service.RUN_ORCHESTRATOR.id());
    return doors
        .get(Service.ACTION_API, "/internal/invocations/" + id.value(), self)
        .map(answer -> answer.at("/event/payload").stringValue())
        .map(payload -> translation.invocation(Base64.getDecoder().decode(payload)))
        .onErrorResume(Refusal.class, EdgeInvocations::notThere);
  }

  private static Mono<Invocation> notThere(Refusal refusal) {
    return refusal.status() == 404 ? Mono.empty() : Mono.error(refusal);
  }
}
