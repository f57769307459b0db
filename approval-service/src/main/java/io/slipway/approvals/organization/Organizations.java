package io.slipway.approvals.organization;

import reactor.core.publisher.Mono;

/** Where organisations are kept. An id is never given twice. */
public interface Organizations {

  /** Makes or renames one; false when it was erased before. */
  Mono<Boolean> settle(String organization, String name);

  /** Erases what is kept of one, and remembers that it is gone. */
  Mono<Void> erase(String organization);
}
