package io.slipway.actionapi.secret;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of a secret; its value is not part of it.
 *
 * @param name by which templates ask for it: {@code {{ .secrets.NAME }}}
 * @param description null when none was given; an empty one is kept as it is
 */
public record Secret(
    String organization,
    String name,
    @Nullable String description,
    Instant createdAt,
    Instant changedAt) {

  /** The same secret with another description. */
  Secret described(@Nullable String other, Instant at) {
    return new Secret(organization, name, other, createdAt, at);
  }
}
