package io.slipway.actionapi.organization;

import reactor.core.publisher.Mono;

/** What an organisation's agents find at the broker. */
public interface AgentAccess {

  /** Makes its topics, its principal and exactly the rights it has; done again, changes nothing. */
  Mono<Void> grant(Organization organization, String password);
}
