package io.slipway.notifier.organization;

import io.slipway.chassis.organization.OrganizationPart;
import reactor.core.publisher.Mono;

/** Where organisations are kept. */
public interface Organizations extends OrganizationPart {

  /** Where its people find the console, without a slash at the end. */
  Mono<String> publicUrl(String organization);
}
