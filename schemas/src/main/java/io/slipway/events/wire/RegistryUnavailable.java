package io.slipway.events.wire;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The registry cannot be asked, or does not hold our schemas yet. This heals by itself: wait and
 * try again.
 */
public final class RegistryUnavailable extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  public RegistryUnavailable(String message, IOException cause) {
    super(message, cause);
  }

  /** A registry that answers, but not with what we need. */
  public RegistryUnavailable(String message) {
    super(message, new IOException(message));
  }
}
