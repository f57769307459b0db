package io.slipway.chassis.organization;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a service keeps of organisations. An id is never given twice; both repeat harmlessly. */
public interface OrganizationPart {

  /**
   * What is told of an organisation.
   *
   * @param publicUrl where its people find the console
   */
  record Profile(String name, @Nullable String publicUrl) {}

  /** Makes or changes one; false when it was erased before. */
  Mono<Boolean> settle(String organization, Profile profile);

  /** Erases what is kept of one, and remembers that it is gone. */
  Mono<Void> erase(String organization);
}
