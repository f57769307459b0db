package io.slipway.actionapi.invocation;

import io.slipway.chassis.caller.Caller;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What the catalog knows of entities. */
public interface Entities {

  /** The entity with all its values, if this caller may see it; empty when there is none. */
  Mono<JsonNode> find(Caller caller, String blueprint, String identifier);
}
