package io.slipway.actionapi.organization;

import reactor.core.publisher.Mono;

/** The other services, each of which has a part in an organisation. */
public interface Owners {

  /** Every owner makes its part; done again, changes nothing. */
  Mono<Void> welcome(Organization organization);
}
