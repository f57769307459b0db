package io.slipway.catalog.organization;

import reactor.core.publisher.Mono;

/** Which organisations there are, and were. */
public interface Organizations {

  /**
   * Remembers an organisation, or its new name; nobody else does until the transaction ends.
   *
   * @return false when it was erased, since no id is given twice
   */
  Mono<Boolean> remember(String organization, String name, String publicUrl);

  /** Where clients reach an organisation, without a trailing slash; empty when nobody said. */
  Mono<String> publicUrl(String organization);

  /** Forgets all that belongs to an organisation, and remembers that it was erased. */
  Mono<Void> erase(String organization);
}
