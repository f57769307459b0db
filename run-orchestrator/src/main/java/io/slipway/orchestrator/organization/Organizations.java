package io.slipway.orchestrator.organization;

import io.slipway.chassis.organization.OrganizationPart;
import reactor.core.publisher.Mono;

/** The organizations that are gone; of those that are there, nothing need be known. */
public interface Organizations extends OrganizationPart {

  /** True when it has been erased. */
  Mono<Boolean> isErased(String organization);

  /** Nothing is kept of an organization before its first run. */
  @Override
  default Mono<Boolean> settle(String organization, Profile profile) {
    return isErased(organization).map(erased -> !erased);
  }
}
