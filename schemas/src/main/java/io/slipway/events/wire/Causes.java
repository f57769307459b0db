package io.slipway.events.wire;

import java.util.Optional;

/** Finds, below the wrappings that the serde's cache puts around it, what really went wrong. */
final class Causes {

  private Causes() {}

  static Optional<RegistryUnavailable> unavailability(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof RegistryUnavailable away) {
        return Optional.of(away);
      }
    }
    return Optional.empty();
  }

  static Throwable root(Throwable thrown) {
    var root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
