package io.slipway.actionapi.access;

import io.slipway.chassis.audit.AuditEntry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where the organisations' own credentials are kept. */
public interface Apps {

  /** All of an organisation, oldest first. */
  Flux<App> all(String organization);

  /** One of them. */
  Mono<App> find(String organization, String clientId);

  /** Adds one under a name, and says so in the audit log. */
  Mono<Void> add(Credential credential, String name, AuditEntry entry);

  /** Gives one another name; false when it is gone. */
  Mono<Boolean> rename(App app, String name, AuditEntry entry);

  /**
   * Gives one the secret of these new credentials; false when it is gone. Tokens that were granted
   * for the old secret end.
   */
  Mono<Boolean> rotate(Credential fresh, AuditEntry entry);

  /** Removes one that does not sign; false when it is gone. */
  Mono<Boolean> remove(App app, AuditEntry entry);
}
