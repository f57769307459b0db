package io.slipway.actionapi.secret;

import io.slipway.chassis.audit.AuditEntry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where secrets are kept. */
public interface Secrets {

  /** All of an organisation, by name. */
  Flux<Secret> all(String organization);

  /** One of them. */
  Mono<Secret> find(String organization, String name);

  /** Adds one; false when the name is taken. */
  Mono<Boolean> add(Secret secret, String value, AuditEntry entry);

  /**
   * Changes one; false when it is gone.
   *
   * @param value the new value; null to keep the one it has
   */
  Mono<Boolean> change(Secret secret, @Nullable String value, AuditEntry entry);

  /** Removes one; false when it was gone. */
  Mono<Boolean> remove(Secret secret, AuditEntry entry);

  /** The value of one, for whoever makes use of it now. */
  Mono<String> value(String organization, String name);
}
