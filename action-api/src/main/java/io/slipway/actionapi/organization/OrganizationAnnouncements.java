package io.slipway.actionapi.organization;

import reactor.core.publisher.Mono;

/** Says what happened to an organisation, in the transaction in which it happens. */
public interface OrganizationAnnouncements {

  /** It is complete, and its tokens work. */
  Mono<Void> created(Organization organization);

  /** Its Admins changed something. */
  Mono<Void> changed(Organization organization);
}
