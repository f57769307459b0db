package io.slipway.actionapi.audit;

import io.slipway.chassis.caller.Caller;
import java.util.List;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The other owners' audit rows. */
public interface AuditSources {

  /** Each owner's newest rows that match; an error of 503 when one of them is away. */
  Mono<List<List<JsonNode>>> read(Caller caller, String rawQuery);
}
