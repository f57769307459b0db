package io.slipway.embedded.process;

import org.jspecify.annotations.Nullable;

/**
 * A process that ended before it was ready, or was not ready in time; the message ends with its
 * last words.
 */
public final class StartFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
