package io.slipway.orchestrator.dispatch;

import reactor.core.publisher.Mono;

/** Where an organization's secrets come from. */
public interface OrganizationSecrets {

  /**
   * The value of a secret, at most 60 seconds old; empty when there is none of that name, an error
   * when it cannot be had now.
   */
  Mono<String> value(String organization, String name);
}
