package io.slipway.actionapi.access;

import reactor.core.publisher.Mono;

/** Who is in an organisation, and with what rights. */
public interface People {

  /** The person with this address; empty when there is none. */
  Mono<Person> find(String organization, String email);
}
